package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.EvidenceSchema;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.district.commission.CommissionEvidence.Decision;
import ir.parvaneh.district.commission.CommissionEvidence.Seated;
import ir.parvaneh.district.commission.CommissionEvidence.Vote;
import ir.parvaneh.district.commission.Docket.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A docket as the API shows it; what is not known is null.
 *
 * @param draft the text before the bench, for those who deliberate; null for everybody else
 * @param votes the votes on it, likewise
 * @param fine what is to be paid and what was, once it was demanded on a slip; else null
 * @param executeBy the owner's last day to execute, once that period has begun
 * @param actions what can be done now, and why it is closed to this caller
 * @param version the number in the ETag
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DocketView(
        String id,
        String applicationId,
        String ownerId,
        String renovationCode,
        int districtNo,
        String process,
        String edition,
        DocketFacts referral,
        String stage,
        Titles stageTitle,
        String holder,
        Instant since,
        Instant dueAt,
        LocalDate hearingOn,
        List<Seated> bench,
        List<String> recused,
        LocalDate reportedOn,
        Sitting.Draft draft,
        List<Vote> votes,
        List<Statement> statements,
        Decision firstDecision,
        Decision reviewDecision,
        FineView fine,
        LocalDate executeBy,
        String outcome,
        List<ActionView> actions,
        Instant changedAt,
        long version) {

    /**
     * @param why the sentence that closes it to him, or null
     * @param evidence what it asks for, at {@code /v1/docket-schemas/DIGEST}; null for a decision, which asks for none
     */
    record ActionView(
            String name, Titles title, boolean may, Titles why, EvidenceSchema evidence, boolean reasonsRequired) {}

    /**
     * Amounts are integer rials.
     *
     * @param slipId the slip to pay, at {@code /v1/slips/ID}
     * @param reference the bank's number of the last confirmed payment, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FineView(String slipId, long demandedRials, long confirmedRials, boolean paid, String reference) {}

    /** A docket in a list. */
    record Line(
            String id,
            String applicationId,
            String renovationCode,
            int districtNo,
            String stage,
            Titles stageTitle,
            Instant dueAt,
            LocalDate hearingOn,
            Instant changedAt,
            long version) {}
}
