package ir.parvaneh.application.permit;

import ir.parvaneh.application.fee.Measures;
import ir.parvaneh.application.fee.Tariff;
import ir.parvaneh.application.permit.PermitEvidence.InspectionReport;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.application.permit.PermitEvidence.PlanOrder;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.application.permit.PermitEvidence.Submission;
import ir.parvaneh.process.ProcessFile;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a permit's levies are computed from: the area of the approved plans, use and storeys of the plan order, the plot
 * as it was measured. Nobody types a measure at the income desk; what an objection showed to be wrong is corrected by
 * the district's expert and head. Areas in square metres.
 *
 * @param units as the applicant filed them; null where he did not say
 */
public record FileMeasures(
        int districtNo, String usage, double plotAreaM2, double grossAreaM2, int storeys, Integer units) {

    private static final double HUNDREDTH = 0.01;

    /** Empty while the file has no plans. */
    public static Optional<FileMeasures> of(ProcessFile file) {
        Optional<Submission> filed = file.latest("submission", Submission.class);
        Optional<Plans> plans = file.latest("plans", Plans.class);
        return filed.flatMap(submission -> plans.map(drawn -> of(file, submission, drawn)))
                .map(measures -> measures.corrected(file, drawn(file)));
    }

    /** Whether a draft permits no more than this. */
    boolean cover(PermitDraft draft) {
        return draft.grossAreaM2() <= grossAreaM2 + HUNDREDTH
                && draft.storeys() <= storeys
                && (units == null || draft.units() <= units)
                && draft.usage().equals(usage);
    }

    /** In the tariff's shape; what nobody said is taken for granted by its assumptions. */
    public Measures by(Tariff.Unsaid unsaid) {
        return new Measures(
                districtNo,
                usage,
                BigDecimal.valueOf(plotAreaM2),
                BigDecimal.valueOf(grossAreaM2),
                storeys,
                units == null ? unsaid.units() : units);
    }

    /** With what a correction changes of them. */
    public FileMeasures corrected(MeasuresCorrection by) {
        return new FileMeasures(
                districtNo,
                by.usage() == null ? usage : by.usage(),
                by.plotAreaM2() == null ? plotAreaM2 : by.plotAreaM2(),
                by.grossAreaM2() == null ? grossAreaM2 : by.grossAreaM2(),
                by.storeys() == null ? storeys : by.storeys(),
                by.units() == null ? units : by.units());
    }

    /** As they stand on the file, or as an objection had them corrected since that event. */
    public FileMeasures corrected(ProcessFile file, long since) {
        return MeasuresCorrection.since(file, since).map(this::corrected).orElse(this);
    }

    /** Plans, plan order or survey that came after a correction say what they say: it was about those before. */
    private static long drawn(ProcessFile file) {
        return Math.max(
                file.numberOf("plans"), Math.max(file.numberOf("plan-order"), file.numberOf("inspection-report")));
    }

    private static FileMeasures of(ProcessFile file, Submission filed, Plans plans) {
        Optional<PlanOrder> order = file.latest("plan-order", PlanOrder.class);
        double plot = file.latest("inspection-report", InspectionReport.class)
                .map(InspectionReport::areaM2)
                .orElse(filed.plotAreaM2());
        return new FileMeasures(
                filed.districtNo(),
                order.map(PlanOrder::usage).orElse(filed.usage()),
                plot,
                plans.grossAreaM2(),
                order.map(PlanOrder::permittedStoreys).orElse(filed.storeys()),
                filed.units());
    }
}
