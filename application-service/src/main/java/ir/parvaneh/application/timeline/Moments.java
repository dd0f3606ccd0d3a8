package ir.parvaneh.application.timeline;

import ir.parvaneh.application.file.Refusals;
import ir.parvaneh.chassis.store.Event;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.Reason;
import ir.parvaneh.process.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events of a file into moments, with the titles of its edition. */
final class Moments {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ProcessTable table;

    Moments(ProcessTable table) {
        this.table = table;
    }

    /** What the events of a file have in common, each with its own part of it. */
    private record Told(
            Long opening,
            String track,
            String stage,
            String holder,
            String action,
            List<Reason> reasons,
            Instant dueAt,
            Instant enteredAt,
            Instant decidedAt,
            Instant at,
            String code,
            Titles sentence,
            String outcome) {

        /** When it counts: a stage when it was entered, a step when it was decided. */
        Instant counts(Event event) {
            if (enteredAt != null) {
                return enteredAt;
            }
            return event.type().equals("stage-left") ? decidedAt : at == null ? Instant.parse(event.at()) : at;
        }
    }

    Moment of(Event event) {
        Told told = JSON.readValue(event.data(), Told.class);
        Optional<Stage> stage = told.stage() == null ? Optional.empty() : table.stage(told.track(), told.stage());
        return new Moment(
                event.number(),
                event.type(),
                told.counts(event),
                told.opening(),
                told.track(),
                told.stage(),
                stage.map(Stage::title).map(Refusals::titles).orElse(null),
                told.holder(),
                told.action(),
                actionTitle(stage, told.action()),
                told.reasons(),
                told.dueAt(),
                told.code(),
                told.sentence(),
                told.outcome());
    }

    private Titles actionTitle(Optional<Stage> stage, String name) {
        if (name == null) {
            return null;
        }
        return stage.map(one -> one.actions().get(name))
                .or(() -> Optional.ofNullable(table.anywhere().get(name)))
                .map(Action::title)
                .map(Refusals::titles)
                .orElse(null);
    }
}
