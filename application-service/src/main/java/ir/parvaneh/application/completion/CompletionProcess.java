package ir.parvaneh.application.completion;

import static ir.parvaneh.application.process.Hosted.kind;

import ir.parvaneh.application.completion.CompletionEvidence.AsBuilt;
import ir.parvaneh.application.completion.CompletionEvidence.CertificateDraft;
import ir.parvaneh.application.completion.CompletionEvidence.Clearance;
import ir.parvaneh.application.completion.CompletionEvidence.CompletionRequest;
import ir.parvaneh.application.completion.CompletionEvidence.Prerequisites;
import ir.parvaneh.application.permit.ConstructionEvidence.CertificateIssued;
import ir.parvaneh.application.process.Hosted;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.ProcessFile;
import java.util.List;
import java.util.Map;

/** The completion certificate, bound to the permit the building was built under. */
public final class CompletionProcess {

    /** The name of the process. */
    public static final String NAME = "completion-certificate";
    /** The end at which the permit is completed. */
    public static final String ISSUED = "certificate-issued";

    private CompletionProcess() {}

    public static Hosted hosted() {
        return new Hosted(
                NAME,
                List.of("processes/completion-certificate-1404-1.yaml", "processes/completion-certificate.yaml"),
                new CompletionGuards(Tolerances.load()).all(),
                List.of(
                        kind("completion-request", CompletionRequest.class),
                        kind("prerequisites", Prerequisites.class),
                        kind("as-built", AsBuilt.class),
                        kind("clearance", Clearance.class),
                        kind("certificate-draft", CertificateDraft.class)),
                List.of(),
                Map.of(ISSUED, CompletionProcess::issued));
    }

    private static CertificateIssued issued(ProcessFile file) {
        return new CertificateIssued("completion", Tehran.dateOf(file.ended().at()));
    }
}
