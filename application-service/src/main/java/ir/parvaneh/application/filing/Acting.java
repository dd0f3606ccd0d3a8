package ir.parvaneh.application.filing;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.Facts;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.Learning;
import ir.parvaneh.application.file.Refusals;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.application.permit.PermitEvidence.Submission;
import ir.parvaneh.application.process.EvidenceSchemas;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.PersonalData;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.WhatNow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What owner, attorney and co-owner do with a file. The order of the checks: is it his to see, has it changed, is the
 * action open, does the body keep the rules, and last what the judge says.
 */
final class Acting {

    private final FileJudge judge;
    private final EvidenceSchemas schemas;

    Acting(FileJudge judge, EvidenceSchemas schemas) {
        this.judge = judge;
        this.schemas = schemas;
    }

    /** An action and the open stage it is taken in. */
    private record Chosen(OpenStage stage, Action action) {}

    Verdict<ApplicationFile> act(
            Page<ApplicationFile> page,
            Caller caller,
            Optional<Refusal> stale,
            ActionRequest request,
            Learning learning,
            Instant now) {
        ApplicationFile file = page.body();
        if (!Sight.sees(caller, file)) {
            return Verdict.refused(new Refusal("not-found"));
        }
        if (!Sight.actsForOwner(caller, file)) {
            return Verdict.refused(new Refusal("forbidden"));
        }
        return stale.<Verdict<ApplicationFile>>map(Verdict::refused)
                .orElseGet(() -> choose(page, caller, request, learning, now));
    }

    private Verdict<ApplicationFile> choose(
            Page<ApplicationFile> page, Caller caller, ActionRequest request, Learning learning, Instant now) {
        ApplicationFile file = page.body();
        Optional<OpenStage> named = named(file, request);
        if (request.opening() != null && named.isEmpty() && !file.process().hasEnded()) {
            return Verdict.refused(new Refusal("stale-task"));
        }
        List<Chosen> possible = possible(file, named);
        return possible.stream()
                .filter(one -> one.action().name().equals(request.action()))
                .findFirst()
                .map(chosen -> read(page, caller, chosen, request, learning, now))
                .orElseGet(() -> Verdict.refused(illegal(file, caller, named)));
    }

    private static Optional<OpenStage> named(ApplicationFile file, ActionRequest request) {
        return Optional.ofNullable(request.opening()).flatMap(file.process()::open);
    }

    private List<Chosen> possible(ApplicationFile file, Optional<OpenStage> named) {
        ProcessTable table = judge.tableOf(file);
        Stream<OpenStage> stages = named.map(Stream::of).orElseGet(() -> file.process().open().stream());
        return stages.flatMap(stage -> table.actionsOf(stage).stream()
                        .filter(Action::byPeople)
                        .map(action -> new Chosen(stage, action)))
                .toList();
    }

    /** What the caller may do instead: the citizen's actions whose conditions on the file hold. */
    private Refusal illegal(ApplicationFile file, Caller caller, Optional<OpenStage> named) {
        if (file.process().hasEnded()) {
            return new Refusal("file-ended", Map.of("allowed", List.of()));
        }
        return Refusals.illegal(WhatNow.of(judge.tableOf(file), file.process(), Sight.actor(caller, file)).stream()
                .filter(one -> one.closed() == null && one.signedBy().contains(Sight.CITIZEN))
                .filter(one -> named.isEmpty() || named.get().opening() == one.opening())
                .map(WhatNow.Possibility::action)
                .distinct()
                .toList());
    }

    private Verdict<ApplicationFile> read(
            Page<ApplicationFile> page,
            Caller caller,
            Chosen chosen,
            ActionRequest request,
            Learning learning,
            Instant now) {
        List<Fault> told = personalData(request);
        if (!told.isEmpty()) {
            return Verdict.refused(new Refusal("personal-data-in-text", Map.of(), told));
        }
        if (!request.showsEvidence() || chosen.action().evidence() == null) {
            Verdict<ApplicationFile> wrong = wrongEvidence(List.of(new Fault("/evidence", "wrong-evidence")));
            return request.showsEvidence() ? wrong : judged(page, caller, chosen, request, null, learning, now);
        }
        return switch (schemas.read(chosen.action().evidence(), request.evidence())) {
            case EvidenceSchemas.Misfit(var faults) ->
                wrongEvidence(faults.stream().map(Acting::inEvidence).toList());
            case EvidenceSchemas.Read(Evidence evidence) ->
                judged(page, caller, chosen, request, evidence, learning, now);
        };
    }

    private static Fault inEvidence(EvidenceSchemas.Fault fault) {
        return new Fault("/evidence" + fault.pointer(), "wrong-evidence");
    }

    private static Verdict<ApplicationFile> wrongEvidence(List<Fault> faults) {
        return Verdict.refused(new Refusal("wrong-evidence", Map.of(), faults));
    }

    private Verdict<ApplicationFile> judged(
            Page<ApplicationFile> page,
            Caller caller,
            Chosen chosen,
            ActionRequest request,
            Evidence evidence,
            Learning learning,
            Instant now) {
        ApplicationFile file = page.body();
        if (evidence instanceof Submission submission && !isAbout(submission, file.facts())) {
            return wrongEvidence(List.of(new Fault("/evidence", "submission-differs")));
        }
        Attempt attempt = Attempt.of(request.action(), chosen.stage().opening(), Sight.actor(caller, file), now)
                .with(evidence)
                .because(request.reasons());
        return switch (judge.judge(page, attempt, learning, now)) {
            case Ruling.Moved(var after, var events) -> Verdict.changed(after, events, 200, after.changed());
            case Ruling.Refused(var why) -> Verdict.refused(Refusals.of(why));
        };
    }

    private static boolean isAbout(Submission submission, Facts facts) {
        return submission.renovationCode().equals(facts.renovationCode())
                && submission.districtNo() == facts.districtNo()
                && (submission.officeWish() == null || submission.officeWish().equals(facts.officeWish()));
    }

    private static List<Fault> personalData(ActionRequest request) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < request.reasons().size(); i++) {
            if (!PersonalData.find(request.reasons().get(i).text()).isEmpty()) {
                faults.add(new Fault("/reasons/" + i + "/text", "personal-data-in-text"));
            }
            if (!PersonalData.find(request.reasons().get(i).code()).isEmpty()) {
                faults.add(new Fault("/reasons/" + i + "/code", "personal-data-in-text"));
            }
        }
        return faults;
    }
}
