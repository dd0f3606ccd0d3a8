package ir.parvaneh.application.slip;

import ir.parvaneh.application.fee.Assessment;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.TariffedFees;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Draws the slip of an assessment. It starts from where files stand and not from their events: a file shows that its
 * assessment has no slip yet until it has learned of one, so nothing is missed and drawing twice is harmless.
 */
final class Drawing {

    private static final int AT_ONCE = 200;
    private static final String KIND = "fee-assessment";

    private final Pages<ApplicationFile> files;
    private final Pages<Slip> slips;
    private final SlipShelf shelf;
    private final SlipDecisions decisions;
    private final Overpayments overpayments;
    private final BillNumbers bills;
    private final TariffedFees fees;
    private final CityClock clock;
    private final Turns turns = new Turns("the slip", 8);

    Drawing(
            Pages<ApplicationFile> files,
            Pages<Slip> slips,
            SlipDecisions decisions,
            Overpayments overpayments,
            BillNumbers bills,
            TariffedFees fees,
            CityClock clock) {
        this.files = files;
        this.slips = slips;
        this.shelf = new SlipShelf(slips);
        this.decisions = decisions;
        this.overpayments = overpayments;
        this.bills = bills;
        this.fees = fees;
        this.clock = clock;
    }

    /** One look at the files whose assessment has no slip; completes when each that can be drawn has one. */
    Mono<Void> sweep() {
        Document waits = new Document(FilePages.FEES_TO_DRAW, new Document("$gt", ""));
        Flux<ApplicationFile> found = files.query(waits, new Document(FilePages.FEES_TO_DRAW, 1), AT_ONCE)
                .map(Page::body);
        return turns.each(found, ApplicationFile::id, this::draw);
    }

    private Mono<Void> draw(ApplicationFile file) {
        long assessment = file.process().numberOf(KIND);
        return shelf.of(file.id())
                .filter(known -> known.stream().noneMatch(slip -> slip.assessment() >= assessment))
                .flatMap(earlier ->
                        cancel(earlier).then(overpayments.place(file.id())).then(shelf.of(file.id())))
                .flatMap(earlier -> draw(file, assessment, credit(earlier)));
    }

    private Mono<Void> cancel(List<Slip> earlier) {
        return Flux.fromIterable(earlier)
                .concatMap(slip -> slips.change(slip.id(), Cause.clock(), page -> decisions.cancel(page, clock.now())))
                .then();
    }

    private static long credit(List<Slip> earlier) {
        return earlier.stream().mapToLong(Slip::confirmedRials).sum();
    }

    private Mono<Void> draw(ApplicationFile file, long assessment, long credit) {
        FeeAssessment given = file.process().latest(KIND, FeeAssessment.class).orElseThrow();
        int district = file.facts().districtNo();
        return bills.of(file.id(), district)
                .map(bill -> new SlipDecisions.Draft(
                        file.id(),
                        assessment,
                        district,
                        given.tariffVersion(),
                        lines(file, given),
                        given.totalRials(),
                        credit,
                        bill))
                .flatMap(draft -> slips.change(
                        Slip.idOf(file.id(), assessment),
                        Cause.clock(),
                        page -> decisions.draw(page, draft, clock.now())))
                .then();
    }

    /** With formula and inputs where the expert's assessment is the tariff's; else as he stated it. */
    private List<Slip.Line> lines(ApplicationFile file, FeeAssessment given) {
        return fees.explained(file.process(), given)
                .map(assessment ->
                        assessment.items().stream().map(Drawing::line).toList())
                .orElseGet(() -> given.items().stream().map(Drawing::line).toList());
    }

    private static Slip.Line line(Assessment.Item item) {
        return new Slip.Line(
                item.component(),
                item.title(),
                item.payee(),
                item.amountRials(),
                item.formula(),
                item.inputs(),
                item.legalAct());
    }

    private static Slip.Line line(FeeAssessment.Item item) {
        return new Slip.Line(item.component(), null, null, item.amountRials(), null, null, null);
    }
}
