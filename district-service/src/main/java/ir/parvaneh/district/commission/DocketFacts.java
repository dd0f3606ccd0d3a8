package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ir.parvaneh.contracts.Violation;
import java.time.LocalDate;
import java.util.List;

/**
 * What was referred, and by whom; only the items may still be measured, before a decision or in review.
 *
 * @param referredBy the district's expert who opened the docket, or whoever had the file referred: perhaps its owner, or
 *     the clock
 * @param reportedBy who reported the violation, when it was somebody else; else null
 * @param stoppedOn when the municipality stopped the works, or null
 * @param late the week between stopping and referral was over [S39]
 * @param form the violation form
 * @param opening of the file's stage that waits for the docket; null when none does, or it waits for another form
 */
record DocketFacts(
        String applicationId,
        String ownerId,
        String renovationCode,
        int districtNo,
        String referredBy,
        String reportedBy,
        LocalDate referredOn,
        LocalDate stoppedOn,
        boolean late,
        Paper form,
        List<Violation> items,
        Long opening) {
    DocketFacts {
        items = items == null ? List.of() : List.copyOf(items);
    }

    DocketFacts measured(List<Violation> anew) {
        return new DocketFacts(
                applicationId,
                ownerId,
                renovationCode,
                districtNo,
                referredBy,
                reportedBy,
                referredOn,
                stoppedOn,
                late,
                form,
                anew,
                opening);
    }

    /** The day of the earliest violation. */
    @JsonIgnore
    LocalDate violatedOn() {
        return items.stream()
                .map(Violation::violatedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
