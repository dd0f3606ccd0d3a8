package ir.parvaneh.application.requests;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.Request;
import ir.parvaneh.application.permit.CertificatesHeld;
import ir.parvaneh.application.permit.Construction;
import ir.parvaneh.application.permit.ConstructionEvidence.ExtensionGranted;
import ir.parvaneh.application.permit.FileMeasures;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.application.permit.PermitEvidence.PlanOrder;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.permit.PermitMoney;
import ir.parvaneh.application.permit.SlipAccount;
import ir.parvaneh.application.permit.TariffedFees;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** What a permit says of itself to an application that is filed about it. */
public final class PermitReading {

    /** Outcomes that are certificates about the building. */
    private static final Set<String> CERTIFICATES = Set.of("certificate-issued", "no-violation-issued");

    private final FileJudge judge;
    private final CertificatesOfBuilding certificates;

    PermitReading(FileJudge judge, CertificatesOfBuilding certificates) {
        this.judge = judge;
        this.certificates = certificates;
    }

    /**
     * Everything an application about the permit knows of it, the facts first. Fails when the permit was never issued:
     * its stage is to be looked at before.
     */
    public Mono<List<Evidence>> of(ApplicationFile permit) {
        return papersOf(permit).map(held -> {
            List<Evidence> said = new ArrayList<>(List.of(facts(permit)));
            money(permit.process()).ifPresent(said::add);
            said.add(held);
            return said;
        });
    }

    Mono<CertificatesHeld> papersOf(ApplicationFile permit) {
        return certificates.of(permit.id());
    }

    /** Empty for a permit whose levies were never assessed in the system. */
    private static Optional<PermitMoney> money(ProcessFile process) {
        return process.latest("fee-assessment", FeeAssessment.class)
                .flatMap(assessment -> FileMeasures.of(process).map(measures -> money(process, assessment, measures)));
    }

    private static PermitMoney money(ProcessFile process, FeeAssessment assessment, FileMeasures measures) {
        Optional<SlipAccount> slip = process.latest(SlipAccount.KIND, SlipAccount.class);
        return new PermitMoney(
                measures.districtNo(),
                measures.usage(),
                measures.plotAreaM2(),
                measures.grossAreaM2(),
                measures.storeys(),
                measures.units(),
                Tehran.dateOf(TariffedFees.assessedFrom(process).orElseThrow()),
                assessment.tariffVersion(),
                assessment.items(),
                assessment.totalRials(),
                slip.map(known -> known.creditRials() + known.confirmedRials()).orElse(0L));
    }

    private PermitFacts facts(ApplicationFile permit) {
        ProcessFile process = permit.process();
        PermitDraft draft = process.latest("permit-draft", PermitDraft.class).orElseThrow();
        PlanOrder order = process.latest("plan-order", PlanOrder.class).orElseThrow();
        Instant until = Construction.expiry(process, judge.calendar());
        return new PermitFacts(
                permit.id(),
                permit.stage(),
                permit.facts().renovationCode(),
                draft.grossAreaM2(),
                draft.storeys(),
                draft.units(),
                order.parkingSpaces(),
                draft.usage(),
                order.setbackMetres(),
                Tehran.dateOf(Construction.issuedAt(process)),
                Tehran.dateOf(until),
                process.latest("extension-granted", ExtensionGranted.class)
                        .map(ExtensionGranted::extensions)
                        .orElse(0),
                Construction.reported(process).orElse(null),
                supervisors(process),
                certificates(permit));
    }

    private static Map<String, String> supervisors(ProcessFile process) {
        return process.assigned().entrySet().stream()
                .filter(role -> role.getKey().startsWith("supervisor-"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<PermitFacts.Certificate> certificates(ApplicationFile permit) {
        return permit.requests().stream()
                .filter(request -> request.outcome() != null && CERTIFICATES.contains(request.outcome()))
                .map(PermitReading::certificate)
                .toList();
    }

    private static PermitFacts.Certificate certificate(Request request) {
        return new PermitFacts.Certificate(request.outcome(), Tehran.dateOf(request.endedAt()));
    }
}
