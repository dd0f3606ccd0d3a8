package ir.parvaneh.contracts;

import java.time.LocalDate;

/**
 * A docket came to its end; the file it was referred from may go on.
 *
 * @param outcome no-violation, fine-paid, removed-by-owner, removed-by-force or referral-withdrawn
 * @param ruling the decision that was executed; null when the referral was withdrawn
 */
public record DocketClosed(String applicationId, String outcome, Ruling ruling, LocalDate closedOn) {

    /**
     * @param outcome no-violation, fine, demolition or restore-use
     * @param judgeId who presided
     * @param minutesDigest SHA-256 of the minutes
     */
    public record Ruling(
            String outcome,
            long fineRials,
            LocalDate decidedOn,
            String judgeId,
            String minutesDigest,
            int minutesPages) {}
}
