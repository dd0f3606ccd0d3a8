package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.fee.Estimates;
import ir.parvaneh.application.fee.Estimates.Estimate;
import ir.parvaneh.application.fee.OfficeCharges;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.OfficeFee;
import ir.parvaneh.application.permit.PermitEvidence.Submission;
import ir.parvaneh.application.permit.SlipAccount;
import ir.parvaneh.iran.Tehran;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file's money in one place: what was estimated, what was assessed, what stands on slips, what was paid. Amounts are
 * integer rials; what is not known yet is null.
 *
 * @param assessedRials the latest assessment
 * @param overpaidRials what was paid beyond the latest assessment; nought while that is open or its slip unsettled
 * @param settled the file knows that the slip of its latest assessment is settled
 * @param fines slips of fines of article 100; no sum here counts them
 * @param actualRials what the request cost in the end: the assessment and the office's fee
 * @param differenceRials actual less estimate; above zero it cost more than was estimated
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountView(
        String applicationId,
        String currency,
        Estimate estimate,
        Long assessedRials,
        boolean settled,
        Office office,
        List<SlipView> slips,
        List<SlipView> fines,
        long confirmedRials,
        long refundedRials,
        long outstandingRials,
        long overpaidRials,
        Long actualRials,
        Long differenceRials) {

    /** What the office took, and what it may take. */
    record Office(Long chargedRials, long tariffRials, String tariffAct, boolean overcharged) {}

    static AccountView of(
            ApplicationFile file,
            List<Slip> slips,
            List<Slip> fines,
            Estimates estimates,
            OfficeCharges charges,
            Instant now) {
        Estimate estimate = estimate(file, estimates, now).orElse(null);
        Long assessed = file.process()
                .latest("fee-assessment", FeeAssessment.class)
                .map(FeeAssessment::totalRials)
                .orElse(null);
        long confirmed = slips.stream().mapToLong(Slip::confirmedRials).sum();
        long owed = assessed == null ? 0 : assessed;
        Office office = office(file, charges, now);
        Long actual = assessed == null || office.chargedRials() == null ? null : assessed + office.chargedRials();
        Long difference = actual == null || estimate == null ? null : actual - estimate.totalRials();
        return new AccountView(
                file.id(),
                "IRR",
                estimate,
                assessed,
                isSettled(file),
                office,
                slips.stream().map(SlipView::of).toList(),
                fines.stream().map(SlipView::of).toList(),
                confirmed,
                slips.stream().mapToLong(Slip::refundedRials).sum(),
                Math.max(0, owed - confirmed),
                Overpayments.of(file, slips),
                actual,
                difference);
    }

    private static boolean isSettled(ApplicationFile file) {
        return file.process()
                .latest(SlipAccount.KIND, SlipAccount.class)
                .filter(known -> known.assessment() == file.process().numberOf("fee-assessment"))
                .filter(SlipAccount::settled)
                .isPresent();
    }

    /** What the applicant was told before he filed, computed again: tariffs do not change once released. */
    private static Optional<Estimate> estimate(ApplicationFile file, Estimates estimates, Instant now) {
        Instant filed = file.filedAt() == null ? now : file.filedAt();
        return file.process()
                .latest("submission", Submission.class)
                .flatMap(given -> estimates.of(plan(file, given), Tehran.dateOf(filed)));
    }

    private static Estimates.Plan plan(ApplicationFile file, Submission given) {
        BigDecimal gross = given.groundFloorAreaM2() == null
                ? null
                : BigDecimal.valueOf(given.groundFloorAreaM2()).multiply(BigDecimal.valueOf(given.storeys()));
        return new Estimates.Plan(
                file.facts().requestType(),
                given.districtNo(),
                given.usage(),
                BigDecimal.valueOf(given.plotAreaM2()),
                gross,
                given.storeys(),
                given.units());
    }

    private static Office office(ApplicationFile file, OfficeCharges charges, Instant now) {
        String type = file.facts().requestType();
        long tariff = charges.tariffOf(type, now);
        Long charged = file.process()
                .latest("office-fee", OfficeFee.class)
                .map(OfficeFee::amountRials)
                .orElse(null);
        return new Office(charged, tariff, charges.actOf(now), charged != null && charged > tariff);
    }
}
