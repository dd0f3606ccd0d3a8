package ir.parvaneh.application.permit;

import static ir.parvaneh.application.process.Hosted.kind;

import ir.parvaneh.application.permit.ConstructionEvidence.CertificateIssued;
import ir.parvaneh.application.permit.ConstructionEvidence.CommissionRuling;
import ir.parvaneh.application.permit.ConstructionEvidence.ExtensionGranted;
import ir.parvaneh.application.permit.ConstructionEvidence.StageReport;
import ir.parvaneh.application.permit.ConstructionEvidence.StartAnnouncement;
import ir.parvaneh.application.permit.ConstructionEvidence.StartNotice;
import ir.parvaneh.application.permit.ConstructionEvidence.SupervisorReplacement;
import ir.parvaneh.application.permit.ConstructionEvidence.ViolationForm;
import ir.parvaneh.application.permit.ConstructionEvidence.ViolationReport;
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
import ir.parvaneh.application.process.Hosted;
import ir.parvaneh.process.EvidenceKind;
import ir.parvaneh.process.Guard;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The building permit from filing to completed construction: its editions, its evidence and its policy. */
public final class PermitProcess {

    /** The name of the process. */
    public static final String NAME = "building-permit";

    private PermitProcess() {}

    /** The process as it is hosted; its last table is the edition new files are begun under. */
    public static Hosted hosted(PermitPolicy policy, TariffedFees fees) {
        return new Hosted(
                NAME,
                List.of(
                        "processes/building-permit-1404-1.yaml",
                        "processes/building-permit-1404-2.yaml",
                        "processes/building-permit.yaml"),
                guards(policy, fees),
                kinds(),
                Construction.dates(),
                Map.of());
    }

    private static List<Guard> guards(PermitPolicy policy, TariffedFees fees) {
        return Stream.concat(PermitGuards.all(policy, fees).stream(), Construction.guards(policy).stream())
                .toList();
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
                kind(PapersStanding.KIND, PapersStanding.class),
                kind("permit-draft", PermitDraft.class),
                kind("meeting-minutes", MeetingMinutes.class),
                kind("start-announcement", StartAnnouncement.class),
                kind("start-notice", StartNotice.class),
                kind("stage-report", StageReport.class),
                kind("violation-report", ViolationReport.class),
                kind("violation-form", ViolationForm.class),
                kind("commission-ruling", CommissionRuling.class),
                kind("extension-granted", ExtensionGranted.class),
                kind("supervisor-replacement", SupervisorReplacement.class),
                kind("certificate-issued", CertificateIssued.class),
                kind(PermitFacts.KIND, PermitFacts.class),
                kind(PermitMoney.KIND, PermitMoney.class),
                kind(CertificatesHeld.KIND, CertificatesHeld.class),
                kind(MeasuresCorrection.KIND, MeasuresCorrection.class),
                kind(ApprovedPermit.KIND, ApprovedPermit.class));
    }
}
