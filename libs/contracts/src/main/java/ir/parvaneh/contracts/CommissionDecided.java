package ir.parvaneh.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * The commission of article 100 decided.
 *
 * @param instance first or review
 * @param outcome no-violation, fine, demolition or restore-use
 * @param ground urban-planning, technical or health; null where nothing is to be demolished
 * @param periodDays what the owner is given to execute, or null
 * @param violatedOn the day of the earliest violation
 * @param minutesDigest SHA-256 of the minutes
 */
public record CommissionDecided(
        String applicationId,
        String instance,
        String outcome,
        String ground,
        Integer periodDays,
        long fineRials,
        LocalDate violatedOn,
        LocalDate decidedOn,
        List<CommissionVote> votes,
        String minutesDigest) {
    public CommissionDecided {
        votes = votes == null ? List.of() : List.copyOf(votes);
    }
}
