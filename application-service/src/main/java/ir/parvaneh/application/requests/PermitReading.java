package ir.parvaneh.application.requests;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.Request;
import ir.parvaneh.application.permit.Construction;
import ir.parvaneh.application.permit.ConstructionEvidence.ExtensionGranted;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.application.permit.PermitEvidence.PlanOrder;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.ProcessFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a permit says of itself to an application that is filed about it. */
public final class PermitReading {

    /** Outcomes that are certificates about the building. */
    private static final Set<String> CERTIFICATES = Set.of("certificate-issued", "no-violation-issued");

    private final FileJudge judge;

    public PermitReading(FileJudge judge) {
        this.judge = judge;
    }

    /** Throws when the permit was never issued: its stage is to be looked at before. */
    public PermitFacts of(ApplicationFile permit) {
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
