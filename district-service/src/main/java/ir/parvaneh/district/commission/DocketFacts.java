package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ir.parvaneh.contracts.Violation;
import java.time.LocalDate;
import java.util.List;

/**
 * What was referred, and by whom; never changed after.
 *
 * @param referredBy the district's expert who opened the docket
 * @param reportedBy who reported the violation, when it was somebody else; else null
 * @param stoppedOn when the municipality stopped the works, or null
 * @param late the week between stopping and referral was over [S39]
 * @param form the violation form
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
        List<Violation> items) {
    DocketFacts {
        items = items == null ? List.of() : List.copyOf(items);
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
