package ir.parvaneh.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every name leads somewhere: stages, tracks, agencies, guards, evidence, actions, sources. */
final class NameRules {

    private final ProcessTable table;
    private final Findings findings;
    private final Set<String> actionNames = new HashSet<>();

    NameRules(ProcessTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
        table.allStages().forEach(stage -> actionNames.addAll(stage.actions().keySet()));
        actionNames.addAll(table.anywhere().keySet());
    }

    void check() {
        if (table.mainLine().isEmpty()) {
            findings.add(table.stagesLine(), "known-stage", "a process has at least one stage");
        }
        Set<String> seen = new HashSet<>();
        for (Stage stage : table.allStages()) {
            if (!seen.add(stage.name())) {
                findings.add(
                        stage.line(), "unique-stage", "the stage '" + stage.name() + "' stands in the table twice");
            }
            check(stage);
        }
        table.anywhere().values().forEach(action -> check(null, action));
        if (table.promiseKeptAt() != null) {
            stage(table.promiseLine(), null, table.promiseKeptAt());
        }
        table.clocks().forEach(clock -> {
            stage(clock.line(), null, clock.from());
            stage(clock.line(), null, clock.until());
            clock.voidAt().forEach(stage -> stage(clock.line(), null, stage));
            basis(clock.line(), clock.basis());
        });
    }

    private void check(Stage stage) {
        agency(stage);
        date(stage);
        basis(stage.line(), stage.basis());
        stage.waitsFor().forEach(track -> track(stage.line(), track));
        if (stage.isWaiting()) {
            next(stage.line(), stage.track(), stage.joins());
        }
        stage.actions().values().forEach(action -> check(stage, action));
    }

    private void agency(Stage stage) {
        boolean named = stage.agency() != null;
        if (stage.holder() == Holder.AGENCY && !(named && table.agencies().containsKey(stage.agency()))) {
            findings.add(stage.line(), "known-agency", "'" + stage.agency() + "' is none of the agencies");
        }
        if (stage.holder() != Holder.AGENCY && named) {
            findings.add(stage.line(), "known-agency", "only a stage held by an agency names one");
        }
    }

    private void date(Stage stage) {
        if (stage.until() == null) {
            return;
        }
        if (table.catalogue().date(stage.until()).isEmpty()) {
            findings.add(stage.line(), "known-date", "no code stands behind the date '" + stage.until() + "'");
        }
        if (stage.holder().municipal()) {
            findings.add(stage.line(), "term", "office and district have terms, so that the promise can be reckoned");
        }
    }

    private void check(Stage stage, Action action) {
        String track = stage == null ? null : stage.track();
        next(action.line(), track, action.then());
        basis(action.line(), action.basis());
        guards(action);
        evidence(action);
        for (String judged : action.separateFrom()) {
            if (!actionNames.contains(judged)) {
                findings.add(action.line(), "known-action", "there is no action '" + judged + "' to be separate from");
            }
        }
        action.opens().forEach(opening -> opening(action.line(), opening));
    }

    private void next(int line, String track, Next next) {
        switch (next) {
            case Next.ToStage to -> stage(line, track, to.stage());
            case Next.ToMainStage to -> stage(line, null, to.stage());
            case Next.Joined joined -> {}
            case Next.ToEnd end -> {}
        }
    }

    private void stage(int line, String track, String name) {
        if (table.stage(track, name).isEmpty()) {
            String where = track == null ? "on the main line" : "in the track '" + track + "'";
            findings.add(line, "known-stage", "there is no stage '" + name + "' " + where);
        }
    }

    private void opening(int line, Action.TrackOpening opening) {
        track(line, opening.track());
        if (opening.stage() != null && table.tracks().containsKey(opening.track())) {
            stage(line, opening.track(), opening.stage());
        }
    }

    private void track(int line, String name) {
        if (!table.tracks().containsKey(name)) {
            findings.add(line, "known-track", "there is no track '" + name + "'");
        }
    }

    private void guards(Action action) {
        for (String name : action.provided()) {
            Guard guard = table.catalogue().guard(name).orElse(null);
            if (guard == null) {
                findings.add(action.line(), "known-guard", "no code stands behind the guard '" + name + "'");
            } else if (!guard.onFileAlone() && !guard.evidence().equals(recordOf(action))) {
                findings.add(
                        action.line(),
                        "guard-evidence",
                        "the guard '" + name + "' looks at evidence that '" + action.name() + "' does not ask for");
            }
        }
    }

    private Class<?> recordOf(Action action) {
        return action.evidence() == null
                ? null
                : table.catalogue()
                        .kind(action.evidence())
                        .map(EvidenceKind::record)
                        .orElse(null);
    }

    private void evidence(Action action) {
        if (action.evidence() != null
                && table.catalogue().kind(action.evidence()).isEmpty()) {
            findings.add(
                    action.line(), "known-evidence", "no code stands behind the evidence '" + action.evidence() + "'");
        }
    }

    private void basis(int line, List<String> marks) {
        for (String mark : marks) {
            if (!table.legalBasis().containsKey(mark)) {
                findings.add(line, "known-basis", "the source [" + mark + "] is not listed under legal-basis");
            }
        }
    }
}
