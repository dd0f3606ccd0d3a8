package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.fee.RequestCase.PermitLevies;
import ir.parvaneh.application.fee.Tariff;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a permit says of its money to an application about it: what its levies were computed from, what was assessed and
 * what of it is paid. Amounts are integer rials, areas square metres.
 *
 * @param units as the applicant filed them; null where he did not say
 * @param assessedOn the day whose tariff was used
 * @param items the latest assessment, levy by levy
 * @param paidRials what the provider confirmed, all slips together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermitMoney(
        int districtNo,
        String usage,
        double plotAreaM2,
        double grossAreaM2,
        int storeys,
        Integer units,
        LocalDate assessedOn,
        String tariffVersion,
        List<FeeAssessment.Item> items,
        long assessedRials,
        long paidRials)
        implements Evidence {

    /** Under which name an application keeps it. */
    public static final String KIND = "permit-money";

    public PermitMoney {
        items = List.copyOf(items);
    }

    /** What the permit's levies were computed from. */
    public FileMeasures measures() {
        return new FileMeasures(districtNo, usage, plotAreaM2, grossAreaM2, storeys, units);
    }

    /** What the permit was charged, for an application about it; its measures as that file has them corrected. */
    public PermitLevies levies(ProcessFile file, Tariff.Unsaid unsaid) {
        Map<String, Long> byName = items.stream()
                .collect(Collectors.toMap(
                        FeeAssessment.Item::component, FeeAssessment.Item::amountRials, Math::addExact));
        FileMeasures corrected = measures().corrected(file, 0);
        return new PermitLevies(corrected.by(unsaid), assessedOn, byName, assessedRials, paidRials);
    }

    /** What is still owed for the permit. */
    public long outstandingRials() {
        return Math.max(0, assessedRials - paidRials);
    }
}
