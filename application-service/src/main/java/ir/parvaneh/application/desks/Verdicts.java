package ir.parvaneh.application.desks;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.LastRefusal;
import ir.parvaneh.application.file.Refusals;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.application.process.EvidenceSchemas;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.DecisionRefused;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.TaskDecided;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Holder;
import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.Reason;
import ir.parvaneh.process.RefusalCode;
import ir.parvaneh.process.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verdict on a desk's decision: the file moves, or the desk is told why not. Either is one write of the page. */
public final class Verdicts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileJudge judge;
    private final EvidenceSchemas schemas;

    public Verdicts(FileJudge judge, EvidenceSchemas schemas) {
        this.judge = judge;
        this.schemas = schemas;
    }

    Verdict<ApplicationFile> on(Page<ApplicationFile> page, String source, TaskDecided decided, Instant now) {
        Optional<OpenStage> open = page.body().process().open(decided.opening());
        if (open.isEmpty()) {
            return refuse(page, decided, RefusalCode.STALE_TASK, now);
        }
        if (!source.equals(deskOf(open.get().holder()))) {
            return refuse(page, decided, RefusalCode.NOT_YOUR_ACTION, now);
        }
        Shown shown = shown(page.body(), open.get(), decided);
        return shown.misfit()
                ? refuse(page, decided, RefusalCode.WRONG_EVIDENCE, now)
                : judged(page, decided, shown.evidence(), now);
    }

    /** What a decision showed; a misfit is what its action does not ask for. */
    private record Shown(Evidence evidence, boolean misfit) {}

    private Shown shown(ApplicationFile file, OpenStage open, TaskDecided decided) {
        JsonNode json = decided.evidence() == null ? null : JSON.valueToTree(decided.evidence());
        if (json == null || json.isNull()) {
            return new Shown(null, false);
        }
        return judge.tableOf(file).actionsOf(open).stream()
                .filter(action -> action.name().equals(decided.action()))
                .findFirst()
                .map(action -> shown(action, json))
                .orElse(new Shown(null, false));
    }

    private Shown shown(Action action, JsonNode json) {
        if (action.evidence() == null) {
            return new Shown(null, true);
        }
        return switch (schemas.read(action.evidence(), json)) {
            case EvidenceSchemas.Read(Evidence evidence) -> new Shown(evidence, false);
            case EvidenceSchemas.Misfit misfit -> new Shown(null, true);
        };
    }

    private Verdict<ApplicationFile> judged(
            Page<ApplicationFile> page, TaskDecided decided, Evidence evidence, Instant now) {
        return switch (judge.judge(page, attempt(decided, evidence), now)) {
            case Ruling.Moved(var file, var events) -> Verdict.changed(file, events);
            case Ruling.Refused(var why) ->
                refuse(page, decided, Refusals.code(why), Refusals.titles(why.sentence()), now);
        };
    }

    private static Attempt attempt(TaskDecided decided, Evidence evidence) {
        List<Signature> signatures = decided.signedBy().stream()
                .map(one -> new Signature(one.personId(), one.role()))
                .toList();
        List<Reason> reasons = decided.reasons().stream()
                .map(one -> new Reason(one.code(), one.text()))
                .toList();
        return new Attempt(
                decided.action(),
                decided.opening(),
                preparer(decided, signatures),
                signatures,
                evidence,
                reasons,
                decided.decidedAt());
    }

    private static Actor preparer(TaskDecided decided, List<Signature> signatures) {
        Set<String> roles = signatures.stream()
                .filter(one -> one.personId().equals(decided.preparedBy()))
                .map(Signature::role)
                .collect(Collectors.toSet());
        return new Actor(decided.preparedBy(), roles);
    }

    /** Offices hold the desks of offices and engineers, districts those of districts, agencies and commissions. */
    private static String deskOf(Holder holder) {
        return switch (holder) {
            case OFFICE, ENGINEERS -> Sources.OFFICE_PAGES;
            case DISTRICT, AGENCY, COMMISSION -> Sources.DISTRICT_PAGES;
            case OWNER, WAITING -> "";
        };
    }

    private static Verdict<ApplicationFile> refuse(
            Page<ApplicationFile> page, TaskDecided decided, RefusalCode code, Instant now) {
        return refuse(page, decided, code.wire(), Refusals.titles(code.sentence()), now);
    }

    private static Verdict<ApplicationFile> refuse(
            Page<ApplicationFile> page, TaskDecided decided, String code, Titles sentence, Instant now) {
        var told = new DecisionRefused(decided.opening(), decided.action(), code, sentence, decided.decidedAt(), now);
        var kept = new LastRefusal(decided.opening(), decided.action(), code, sentence, now);
        ApplicationFile after = page.body().refused(kept).touched(page.version() + 1, now);
        return Verdict.changed(after, new NewEvent("decision-refused", told));
    }
}
