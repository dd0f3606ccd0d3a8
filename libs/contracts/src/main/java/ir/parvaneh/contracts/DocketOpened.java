package ir.parvaneh.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * A violation was referred to the commission of article 100.
 *
 * @param referredBy whoever referred it; {@code clock} when the owner was silent
 * @param reportedBy whoever reported the violation
 * @param stoppedOn when the works were stopped, or null
 * @param late the week between stopping and referral was over [S39]
 * @param formDigest SHA-256 of the violation form
 * @param opening of the file's stage that waits for it; null when none does
 */
public record DocketOpened(
        String applicationId,
        String ownerId,
        String renovationCode,
        int districtNo,
        String referredBy,
        String reportedBy,
        LocalDate referredOn,
        LocalDate stoppedOn,
        boolean late,
        String formDigest,
        List<Violation> items,
        Long opening) {
    public DocketOpened {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** A violation that no stage of its file waits for. */
    public DocketOpened(
            String applicationId,
            String ownerId,
            String renovationCode,
            int districtNo,
            String referredBy,
            String reportedBy,
            LocalDate referredOn,
            LocalDate stoppedOn,
            boolean late,
            String formDigest,
            List<Violation> items) {
        this(
                applicationId,
                ownerId,
                renovationCode,
                districtNo,
                referredBy,
                reportedBy,
                referredOn,
                stoppedOn,
                late,
                formDigest,
                items,
                null);
    }
}
