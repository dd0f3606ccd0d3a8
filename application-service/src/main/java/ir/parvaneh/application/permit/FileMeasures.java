package ir.parvaneh.application.permit;

import ir.parvaneh.application.fee.Measures;
import ir.parvaneh.application.fee.Tariff;
import ir.parvaneh.application.permit.PermitEvidence.InspectionReport;
import ir.parvaneh.application.permit.PermitEvidence.PlanOrder;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.application.permit.PermitEvidence.Submission;
import ir.parvaneh.process.ProcessFile;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a permit's levies are computed from: the area of the approved plans, use and storeys of the plan order, the plot
 * as it was measured. Nobody types a measure at the income desk.
 */
public final class FileMeasures {

    private FileMeasures() {}

    /** Empty while the file has no plans. */
    public static Optional<Measures> of(ProcessFile file, Tariff.Unsaid unsaid) {
        Optional<Submission> filed = file.latest("submission", Submission.class);
        Optional<Plans> plans = file.latest("plans", Plans.class);
        return filed.flatMap(submission -> plans.map(drawn -> of(file, submission, drawn, unsaid)));
    }

    private static Measures of(ProcessFile file, Submission filed, Plans plans, Tariff.Unsaid unsaid) {
        Optional<PlanOrder> order = file.latest("plan-order", PlanOrder.class);
        double plot = file.latest("inspection-report", InspectionReport.class)
                .map(InspectionReport::areaM2)
                .orElse(filed.plotAreaM2());
        return new Measures(
                filed.districtNo(),
                order.map(PlanOrder::usage).orElse(filed.usage()),
                BigDecimal.valueOf(plot),
                BigDecimal.valueOf(plans.grossAreaM2()),
                order.map(PlanOrder::permittedStoreys).orElse(filed.storeys()),
                filed.units() == null ? unsaid.units() : filed.units());
    }
}
