package ir.parvaneh.application.completion;

import static ir.parvaneh.application.process.Hosted.kind;

import ir.parvaneh.application.completion.CompletionEvidence.AsBuilt;
import ir.parvaneh.application.completion.CompletionEvidence.CertificateDraft;
import ir.parvaneh.application.completion.CompletionEvidence.Clearance;
import ir.parvaneh.application.completion.CompletionEvidence.CompletionRequest;
import ir.parvaneh.application.completion.CompletionEvidence.Prerequisites;
import ir.parvaneh.application.fee.RequestCase;
import ir.parvaneh.application.fee.Tariff;
import ir.parvaneh.application.permit.ConstructionEvidence.CertificateIssued;
import ir.parvaneh.application.permit.FileMeasures;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.permit.PermitMoney;
import ir.parvaneh.application.process.Hosted;
import ir.parvaneh.iran.RenovationCode;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.ProcessFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** What is charged for the building as it was surveyed last; empty before it was. */
    public static Optional<RequestCase> charged(ProcessFile file, Tariff.Unsaid unsaid) {
        return file.latest("as-built", AsBuilt.class).flatMap(built -> file.latest(PermitFacts.KIND, PermitFacts.class)
                .map(permit -> new RequestCase.Completion(
                        measures(file, permit, built).by(unsaid),
                        BigDecimal.valueOf(permit.grossAreaM2()),
                        CompletionGuards.ruled(file))));
    }

    /** As surveyed, or as an objection had the survey corrected; the plot as the permit's levies knew it. */
    private static FileMeasures measures(ProcessFile file, PermitFacts permit, AsBuilt built) {
        double plot = file.latest(PermitMoney.KIND, PermitMoney.class)
                .map(PermitMoney::plotAreaM2)
                .orElse(0.0);
        FileMeasures surveyed = new FileMeasures(
                RenovationCode.parse(permit.renovationCode()).orThrow().districtNo(),
                built.usage(),
                plot,
                built.grossAreaM2(),
                built.storeys(),
                built.units().size());
        return surveyed.corrected(file, file.numberOf("as-built"));
    }

    private static CertificateIssued issued(ProcessFile file) {
        return new CertificateIssued("completion", Tehran.dateOf(file.ended().at()));
    }
}
