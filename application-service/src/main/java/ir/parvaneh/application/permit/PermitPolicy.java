package ir.parvaneh.application.permit;

import java.time.Duration;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The figures of the permit that are policy: read from {@code policies/building-permit.yaml}, where each stands with
 * its source.
 *
 * @param largePlansAboveM2 plans above this gross area are reviewed by the engineering organisation [S36]
 * @param planCorrectionRounds after so many rounds a joint meeting is held [A]
 * @param visitRounds how often a visit may be set in all [A]
 * @param lateGrace how long after the end of a term the clock waits before it acts [A]
 */
public record PermitPolicy(double largePlansAboveM2, int planCorrectionRounds, int visitRounds, Duration lateGrace) {

    static PermitPolicy load() {
        Map<String, Map<String, Object>> written = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Resources.text("policies/building-permit.yaml"));
        return new PermitPolicy(
                number(written, "large-plans-above-m2").doubleValue(),
                number(written, "plan-correction-rounds").intValue(),
                number(written, "visit-rounds").intValue(),
                Duration.ofMinutes(number(written, "late-grace-minutes").longValue()));
    }

    private static Number number(Map<String, Map<String, Object>> written, String name) {
        Map<String, Object> entry = written.get(name);
        if (entry == null || !(entry.get("value") instanceof Number number)) {
            throw new IllegalStateException("policies/building-permit.yaml gives no number for " + name);
        }
        return number;
    }
}
