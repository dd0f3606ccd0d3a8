package ir.parvaneh.process;

import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Decision.Refused;
import ir.parvaneh.process.ProcessFile.OpenStage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Decides what may happen to a file. Pure: the same arguments give the same answer; now, calendar and the last number
 * of the aggregate are arguments. The events of an accepted decision must be written with the numbers that follow
 * lastNumber, in order and before any event of the service's own, because openings are numbers.
 */
public final class Judge {

    private Judge() {}

    /** The events that begin a file in the first stage of the table. */
    public static Accepted start(ProcessTable table, Instant now, Calendar calendar, long lastNumber) {
        return start(table, null, now, calendar, lastNumber);
    }

    /** The same for a file that begins with evidence of a kind the table's catalogue knows; null for none. */
    public static Accepted start(ProcessTable table, Exhibit given, Instant now, Calendar calendar, long lastNumber) {
        Move move = new Move(table, null, calendar, lastNumber, now);
        move.begin(given);
        return move.accepted();
    }

    /**
     * The event by which a file learns a fact of that kind; guards see it from then on. A file that has ended learns
     * nothing more. Throws IllegalArgumentException when the catalogue has no such kind.
     */
    public static Decision learn(ProcessTable table, ProcessFile file, String kind, Evidence fact, Instant now) {
        if (file.hasEnded()) {
            return Refused.of(RefusalCode.FILE_ENDED);
        }
        EvidenceKind known = table.catalogue()
                .kind(kind)
                .orElseThrow(() -> new IllegalArgumentException("no evidence is called " + kind));
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new Accepted(List.of(new ProcessEvent.FactLearned(kind, Exhibit.of(known, fact), at)));
    }

    /** Judges an attempt. The order of checks: the file lives, the task is open, the action exists, the rules. */
    public static Decision decide(
            ProcessTable table, ProcessFile file, Attempt attempt, Instant now, Calendar calendar, long lastNumber) {
        if (file.hasEnded()) {
            return Refused.of(RefusalCode.FILE_ENDED);
        }
        Optional<OpenStage> open = file.open(attempt.opening());
        if (open.isEmpty()) {
            return Refused.of(RefusalCode.STALE_TASK);
        }
        Move move = new Move(table, file, calendar, lastNumber, counted(attempt.decidedAt(), open.get(), now));
        return attempt.isLate() ? late(open.get(), attempt, move) : act(open.get(), attempt, move);
    }

    /** A decision counts when it was stored, but never before its stage was entered nor after now. */
    private static Instant counted(Instant decidedAt, OpenStage open, Instant now) {
        Instant notLater = decidedAt.isAfter(now) ? now : decidedAt;
        return notLater.isBefore(open.enteredAt()) ? open.enteredAt() : notLater;
    }

    private static Decision act(OpenStage open, Attempt attempt, Move move) {
        List<Action> possible = move.table().actionsOf(open);
        Optional<Action> action = possible.stream()
                .filter(one -> one.name().equals(attempt.action()))
                .findFirst();
        if (action.isEmpty()) {
            return illegal(possible);
        }
        Optional<Refused> refused = Rules.check(move.table(), move.file(), action.get(), attempt);
        if (refused.isPresent()) {
            return refused.get();
        }
        move.take(open, action.get(), attempt);
        return move.accepted();
    }

    private static Refused illegal(List<Action> possible) {
        List<String> allowed =
                possible.stream().filter(Action::byPeople).map(Action::name).toList();
        return new Refused(RefusalCode.ILLEGAL_IN_STAGE, RefusalCode.ILLEGAL_IN_STAGE.sentence(), null, allowed);
    }

    private static Decision late(OpenStage open, Attempt attempt, Move move) {
        if (open.dueAt() == null || !attempt.decidedAt().isAfter(open.dueAt())) {
            return Refused.of(RefusalCode.NOT_LATE_YET);
        }
        return switch (move.table().stageOf(open).late()) {
            case LateRule.Take take ->
                act(open, Attempt.of(take.action(), open.opening(), attempt.preparedBy(), attempt.decidedAt()), move);
            case LateRule.Abandon abandon -> {
                move.abandon(open);
                yield move.accepted();
            }
            case LateRule.Escalate escalate -> escalate(open, move);
        };
    }

    private static Decision escalate(OpenStage open, Move move) {
        if (open.late()) {
            return Refused.of(RefusalCode.NOT_LATE_YET);
        }
        move.miss(open);
        return move.accepted();
    }
}
