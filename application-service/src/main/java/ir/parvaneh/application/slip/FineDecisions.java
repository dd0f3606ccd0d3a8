package ir.parvaneh.application.slip;

import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.FineDemanded;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.BillId;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the slip of a fine comes about; from then on it is paid as any other. Pure. */
final class FineDecisions {

    private static final String COMPONENT = "article-100-fine";
    private static final String PAYEE = "municipality";
    private static final String BASIS = "article-100";
    private static final Titles TITLE = new Titles("جریمه ماده صد", "fine of article 100");

    private FineDecisions() {}

    /** For just the fine in force, once; without a bill yet, because its number must be looked for. */
    static Verdict<Slip> calculate(Page<Slip> page, String docketId, long demand, FineDemanded told, Instant now) {
        if (page.body().exists()) {
            return Verdict.unchanged();
        }
        Slip slip = new Slip(
                page.id(),
                told.applicationId(),
                demand,
                told.districtNo(),
                null,
                List.of(line(told)),
                told.fineRials(),
                0,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                page.version() + 1,
                new Slip.Fine(docketId, told.docketNumber(), told.decidedOn()));
        return Verdict.changed(slip, SlipEvent.account("slip-calculated", slip, now));
    }

    private static Slip.Line line(FineDemanded told) {
        Map<String, Object> inputs = Map.of(
                "docketNumber",
                told.docketNumber(),
                "decidedOn",
                told.decidedOn().toString());
        return new Slip.Line(COMPONENT, TITLE, PAYEE, told.fineRials(), null, inputs, BASIS);
    }

    /** Issues what was calculated, under its bill. */
    static Verdict<Slip> issue(Page<Slip> page, BillId bill, PaymentPolicy policy, Instant now) {
        Slip slip = page.body();
        if (!slip.awaitsBill()) {
            return Verdict.unchanged();
        }
        List<Part> parts = policy.cash(bill, slip.payableRials(), Tehran.dateOf(now));
        Slip issued = slip.issued(bill, parts, now).touched(page.version() + 1);
        List<NewEvent> told = new ArrayList<>(List.of(SlipEvent.account("slip-issued", issued, now)));
        if (issued.isSettled()) {
            told.add(SlipEvent.account("slip-settled", issued, now));
        }
        return Verdict.changed(issued, told);
    }
}
