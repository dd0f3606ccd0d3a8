package ir.parvaneh.process;

import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.ProcessFile.OpenStage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the events of one accepted step. Each event is applied to the file at once, so that what the next one says
 * (who is barred, who is assigned, whether a track still runs) is true at its number.
 */
final class Move {

    /** The action under which a waiting stage is left when its tracks have ended. */
    static final String JOIN = "tracks-joined";
    /** The action under which a track is closed because the main line moved on. */
    static final String CLOSE = "track-closed";
    /** The action under which the clock closes an abandoned file. */
    static final String ABANDON = "abandon";
    /** The outcome of a file that nobody carried on. */
    static final String ABANDONED = "abandoned";

    private final ProcessTable table;
    private final Calendar calendar;
    private final Instant at;
    private final List<ProcessEvent> events = new ArrayList<>();
    private ProcessFile file;
    private long number;

    Move(ProcessTable table, ProcessFile file, Calendar calendar, long lastNumber, Instant at) {
        this.table = table;
        this.file = file;
        this.calendar = calendar;
        this.number = lastNumber;
        this.at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    ProcessTable table() {
        return table;
    }

    ProcessFile file() {
        return file;
    }

    Accepted accepted() {
        return new Accepted(events);
    }

    void begin(Exhibit given) {
        say(new ProcessEvent.Begun(table.name(), table.edition(), table.hash(), given, assignedBy(given), at));
        enter(table.start());
    }

    private Map<String, String> assignedBy(Exhibit given) {
        if (given == null) {
            return Map.of();
        }
        EvidenceKind kind = table.catalogue().kind(given.schema()).orElseThrow();
        return given.as(kind.record()) instanceof Assigning assigning ? assigning.assigned() : Map.of();
    }

    void take(OpenStage open, Action action, Attempt attempt) {
        leave(open, action, attempt);
        switch (action.then()) {
            case Next.ToStage to -> goTo(open.track(), to.stage(), action, attempt);
            case Next.ToMainStage to -> breakOut(to.stage(), action, attempt);
            case Next.Joined joined -> join(attempt);
            case Next.ToEnd to -> end(to.outcome(), attempt.preparedBy());
        }
    }

    void abandon(OpenStage open) {
        close(open, ABANDON, Actor.clock());
        end(ABANDONED, Actor.clock());
    }

    void miss(OpenStage open) {
        say(new ProcessEvent.DeadlineMissed(
                open.opening(), open.track(), open.stage(), open.holder(), open.dueAt(), at));
    }

    private void goTo(String track, String stage, Action action, Attempt attempt) {
        if (track == null) {
            closeTracks(attempt.preparedBy());
        }
        enter(table.stage(track, stage).orElseThrow());
        action.opens().forEach(this::openTrack);
    }

    private void openTrack(Action.TrackOpening opening) {
        Track track = table.tracks().get(opening.track());
        String stage = opening.stage() == null ? track.start() : opening.stage();
        enter(track.stages().get(stage));
    }

    private void breakOut(String stage, Action action, Attempt attempt) {
        close(file.main(), CLOSE, attempt.preparedBy());
        goTo(null, stage, action, attempt);
    }

    private void join(Attempt attempt) {
        if (file.tracks().isEmpty()) {
            Stage waiting = table.stageOf(file.main());
            close(file.main(), JOIN, attempt.preparedBy());
            switch (waiting.joins()) {
                case Next.ToStage to -> enter(table.stage(null, to.stage()).orElseThrow());
                case Next.ToEnd to -> end(to.outcome(), attempt.preparedBy());
                case Next.ToMainStage to -> throw new IllegalStateException("the linter lets no such table pass");
                case Next.Joined joined -> throw new IllegalStateException("the linter lets no such table pass");
            }
        }
    }

    private void end(String outcome, Actor actor) {
        closeTracks(actor);
        if (file.main() != null) {
            close(file.main(), CLOSE, actor);
        }
        say(new ProcessEvent.Ended(outcome, at));
    }

    private void closeTracks(Actor actor) {
        file.tracks().values().forEach(track -> close(track, CLOSE, actor));
    }

    private void enter(Stage stage) {
        Instant due = due(stage);
        say(new ProcessEvent.StageEntered(
                number + 1,
                stage.track(),
                stage.name(),
                stage.title(),
                stage.holder(),
                stage.agency(),
                at,
                due == null ? null : due.truncatedTo(ChronoUnit.MILLIS),
                stage.within(),
                offers(stage),
                file.assigned()));
    }

    private Instant due(Stage stage) {
        if (stage.until() != null) {
            return table.catalogue().date(stage.until()).orElseThrow().at().apply(file, calendar);
        }
        return stage.within() == null ? null : calendar.dueAt(at, stage.within());
    }

    private List<Offer> offers(Stage stage) {
        return stage.actions().values().stream()
                .filter(Action::byPeople)
                .map(this::offer)
                .toList();
    }

    private Offer offer(Action action) {
        Offer.Schema schema = action.evidence() == null
                ? null
                : table.catalogue()
                        .kind(action.evidence())
                        .map(kind -> new Offer.Schema(kind.name(), kind.digest()))
                        .orElseThrow();
        return new Offer(
                action.name(),
                action.title(),
                action.signedBy(),
                action.presence(),
                schema,
                action.reasonsRequired(),
                Rules.barred(file, action));
    }

    private void leave(OpenStage open, Action action, Attempt attempt) {
        Evidence given = attempt.evidence();
        Exhibit exhibit = given == null
                ? null
                : Exhibit.of(table.catalogue().kind(action.evidence()).orElseThrow(), given);
        say(new ProcessEvent.StageLeft(
                open.opening(),
                open.track(),
                open.stage(),
                open.holder(),
                action.name(),
                attempt.preparedBy().personId(),
                signers(attempt),
                exhibit,
                attempt.reasons(),
                action.presence(),
                given instanceof Assigning assigning ? assigning.assigned() : Map.of(),
                at));
    }

    private static List<String> signers(Attempt attempt) {
        if (attempt.signedBy().isEmpty() && attempt.preparedBy().isPerson()) {
            return List.of(attempt.preparedBy().personId());
        }
        return attempt.signedBy().stream().map(Signature::personId).toList();
    }

    private void close(OpenStage open, String action, Actor actor) {
        say(new ProcessEvent.StageLeft(
                open.opening(),
                open.track(),
                open.stage(),
                open.holder(),
                action,
                actor.personId(),
                List.of(),
                null,
                List.of(),
                null,
                Map.of(),
                at));
    }

    private void say(ProcessEvent event) {
        events.add(event);
        file = Evolution.evolve(file, event, ++number);
    }
}
