package ir.parvaneh.application.permit;

import ir.parvaneh.application.permit.PermitEvidence.DesignerAppointment;
import ir.parvaneh.application.permit.PermitEvidence.EnquiryAnswer;
import ir.parvaneh.application.permit.PermitEvidence.ExceptionDecision;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.InspectionReport;
import ir.parvaneh.application.permit.PermitEvidence.MeetingMinutes;
import ir.parvaneh.application.permit.PermitEvidence.OfficeFee;
import ir.parvaneh.application.permit.PermitEvidence.OwnershipProof;
import ir.parvaneh.application.permit.PermitEvidence.Papers;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.application.permit.PermitEvidence.PlanOrder;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.application.permit.PermitEvidence.SiteVisit;
import ir.parvaneh.application.permit.PermitEvidence.StatusFindings;
import ir.parvaneh.application.permit.PermitEvidence.Submission;
import ir.parvaneh.application.permit.PermitEvidence.SupervisorReferral;
import ir.parvaneh.process.Catalogue;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.EvidenceKind;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.ProcessTables;
import java.io.StringReader;
import java.util.List;

/**
 * The building permit, ready to judge: its editions, its evidence and its policy.
 *
 * @param tables the editions held; a file keeps the one it was begun under
 * @param schemas the door for evidence, and the schemas by digest
 */
public record PermitProcess(ProcessTables tables, EvidenceSchemas schemas, PermitPolicy policy) {

    /** The name of the process. */
    public static final String NAME = "building-permit";

    /** Loads and lints everything; throws {@link ir.parvaneh.process.BrokenProcess} when the table is broken. */
    public static PermitProcess load() {
        PermitPolicy policy = PermitPolicy.load();
        Catalogue catalogue = Catalogue.of(PermitGuards.all(policy), kinds());
        String file = "processes/building-permit.yaml";
        ProcessTable table = ProcessTable.load(file, new StringReader(Resources.text(file)), catalogue);
        return new PermitProcess(ProcessTables.of(table), new EvidenceSchemas(catalogue), policy);
    }

    /** The edition new files are begun under. */
    public ProcessTable current() {
        return tables.current(NAME);
    }

    private static List<EvidenceKind> kinds() {
        return List.of(
                kind("submission", Submission.class),
                kind("ownership-proof", OwnershipProof.class),
                kind("papers", Papers.class),
                kind("office-fee", OfficeFee.class),
                kind("site-visit", SiteVisit.class),
                kind("inspection-report", InspectionReport.class),
                kind("status-findings", StatusFindings.class),
                kind("enquiry-answer", EnquiryAnswer.class),
                kind("buffer-answer", EnquiryAnswer.class),
                kind("exception-decision", ExceptionDecision.class),
                kind("plan-order", PlanOrder.class),
                kind("designer-appointment", DesignerAppointment.class),
                kind("plans", Plans.class),
                kind("supervisor-referral", SupervisorReferral.class),
                kind("fee-assessment", FeeAssessment.class),
                kind("payment", Payment.class),
                kind(SlipAccount.KIND, SlipAccount.class),
                kind("permit-draft", PermitDraft.class),
                kind("meeting-minutes", MeetingMinutes.class));
    }

    private static EvidenceKind kind(String name, Class<? extends Evidence> record) {
        return EvidenceKind.of(name, record, Resources.text("evidence/" + name + ".schema.json"));
    }
}
