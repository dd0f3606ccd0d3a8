package ir.parvaneh.application.fee;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request will cost, before anything is filed: levies and the office's fee by the tariff of a day [S1]. */
public final class Estimates {

    /** Uses that a tariff knows. */
    public static final Set<String> USAGES =
            Set.of("residential", "commercial", "office", "industrial", "mixed", "public");

    private final Tariffs tariffs;

    public Estimates(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /**
     * What is known before filing; null is taken for granted by the tariff's own assumptions.
     *
     * @param grossAreaM2 all floors; when null, plot by ground coverage by storeys
     */
    public record Plan(
            String requestType,
            int districtNo,
            String usage,
            BigDecimal plotAreaM2,
            BigDecimal grossAreaM2,
            int storeys,
            Integer units) {}

    /**
     * An estimate: what the city will charge, and what the office may take.
     *
     * @param assumed what was taken for granted
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Estimate(
            Assessment assessment, long officeFeeRials, String officeFeeAct, long totalRials, List<String> assumed) {}

    /** Empty when no tariff is in force on that day. */
    public Optional<Estimate> of(Plan plan, LocalDate day) {
        return tariffs.on(day).map(tariff -> of(plan, day, tariff));
    }

    private static Estimate of(Plan plan, LocalDate day, Tariff tariff) {
        Assessment assessment = tariff.assess(measures(plan, tariff.unsaid()), day);
        long office = tariff.officeFees().of(plan.requestType());
        return new Estimate(
                assessment,
                office,
                tariff.officeFees().act().number(),
                Math.addExact(assessment.totalRials(), office),
                assumed(plan));
    }

    private static List<String> assumed(Plan plan) {
        List<String> assumed = new java.util.ArrayList<>();
        if (plan.grossAreaM2() == null) {
            assumed.add("grossAreaM2");
        }
        if (plan.units() == null) {
            assumed.add("units");
        }
        return assumed;
    }

    static Measures measures(Plan plan, Tariff.Unsaid unsaid) {
        BigDecimal gross = plan.grossAreaM2() != null
                ? plan.grossAreaM2()
                : plan.plotAreaM2()
                        .multiply(BigDecimal.valueOf(unsaid.groundCoveragePercent()))
                        .multiply(BigDecimal.valueOf(plan.storeys()))
                        .divide(Formula.HUNDRED)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        int units = plan.units() == null ? unsaid.units() : plan.units();
        return new Measures(plan.districtNo(), plan.usage(), plan.plotAreaM2(), gross, plan.storeys(), units);
    }
}
