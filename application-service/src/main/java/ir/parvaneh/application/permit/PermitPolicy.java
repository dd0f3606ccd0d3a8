package ir.parvaneh.application.permit;

import ir.parvaneh.application.process.Policy;
import java.time.Duration;

/**
 * The figures of the permit that are policy: read from {@code policies/building-permit.yaml}, where each stands with
 * its source.
 *
 * @param largePlansAboveM2 plans above this gross area are reviewed by the engineering organisation [S36]
 * @param planCorrectionRounds after so many rounds a joint meeting is held [A]
 * @param visitRounds how often a visit may be set in all [A]
 * @param lateGrace how long after the end of a term the clock waits before it acts [A]
 * @param largeValidityAboveM2 permits above this gross area are valid longer [BK]
 * @param validityMonths how long a permit is valid at most [BK]
 * @param largeValidityMonths how long a large one is valid at most [BK]
 */
public record PermitPolicy(
        double largePlansAboveM2,
        int planCorrectionRounds,
        int visitRounds,
        Duration lateGrace,
        double largeValidityAboveM2,
        int validityMonths,
        int largeValidityMonths) {

    public static PermitPolicy load() {
        Policy policy = Policy.load("building-permit");
        return new PermitPolicy(
                policy.number("large-plans-above-m2").doubleValue(),
                policy.number("plan-correction-rounds").intValue(),
                policy.number("visit-rounds").intValue(),
                Duration.ofMinutes(policy.number("late-grace-minutes").longValue()),
                policy.number("large-validity-above-m2").doubleValue(),
                policy.number("validity-months").intValue(),
                policy.number("large-validity-months").intValue());
    }

    /** How many months a permit for so much gross area may be valid. */
    int mostMonths(double grossAreaM2) {
        return grossAreaM2 > largeValidityAboveM2 ? largeValidityMonths : validityMonths;
    }
}
