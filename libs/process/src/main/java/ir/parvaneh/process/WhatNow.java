package ir.parvaneh.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Decision.Refused;
import ir.parvaneh.process.ProcessFile.OpenStage;
import java.util.List;
import java.util.Optional;

/** What somebody may do with a file at this moment, and why the rest is closed to him. */
public final class WhatNow {

    private WhatNow() {}

    /**
     * One action of an open stage.
     *
     * @param evidence the kind of evidence to give, or null
     * @param closed why it is closed to this actor; null when it is open. What depends on evidence not yet given is
     *     judged only when it is tried.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Possibility(
            String action,
            Wording title,
            long opening,
            String track,
            String stage,
            List<String> signedBy,
            String evidence,
            boolean reasonsRequired,
            String presence,
            Refused closed) {}

    /** Every action of every open stage that a person can take (the clock's are left out), in the table's order. */
    public static List<Possibility> of(ProcessTable table, ProcessFile file, Actor actor) {
        return file.open().stream()
                .flatMap(open -> table.actionsOf(open).stream()
                        .filter(Action::byPeople)
                        .map(action -> possibility(table, file, actor, open, action)))
                .toList();
    }

    private static Possibility possibility(
            ProcessTable table, ProcessFile file, Actor actor, OpenStage open, Action action) {
        return new Possibility(
                action.name(),
                action.title(),
                open.opening(),
                open.track(),
                open.stage(),
                action.signedBy(),
                action.evidence(),
                action.reasonsRequired(),
                action.presence(),
                why(table, file, actor, action).orElse(null));
    }

    private static Optional<Refused> why(ProcessTable table, ProcessFile file, Actor actor, Action action) {
        boolean mine = action.signedBy().stream()
                .anyMatch(role -> actor.roles().contains(role) && Rules.holds(table, file, role, actor.personId()));
        if (!mine) {
            return Optional.of(Refused.of(RefusalCode.NOT_YOUR_ACTION));
        }
        if (Rules.barred(file, action).contains(actor.personId())) {
            return Optional.of(Refused.of(RefusalCode.SEPARATION_OF_DUTIES));
        }
        return action.provided().stream()
                .map(name -> table.catalogue().guard(name).orElseThrow())
                .filter(guard -> guard.onFileAlone() && !guard.test(file, null, null))
                .findFirst()
                .map(Rules::refusedBy);
    }
}
