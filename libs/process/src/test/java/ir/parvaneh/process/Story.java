package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Decision.Refused;
import ir.parvaneh.process.ProcessFile.OpenStage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A file in the garden process, told step by step; each step takes an hour. */
final class Story {

    final ProcessTable table = Garden.table();
    final List<ProcessEvent> events = new ArrayList<>();
    ProcessFile file;
    Instant now = Garden.DAWN;

    Story() {
        take(Judge.start(table, now, Garden.CALENDAR, 0));
    }

    static Story inStage(String stage) {
        Story story = new Story();
        story.does("ask", Garden.CITIZEN, new Garden.Wish(20));
        if (!stage.equals("looked-at")) {
            story.does("measure", Garden.CLERK, null);
        }
        if (!stage.equals("looked-at") && !stage.equals("measured")) {
            story.does("confirm", Garden.HEAD, null);
        }
        if (stage.equals("judged")) {
            story.does("answer", Garden.AGENT, null);
            story.does("appoint", Garden.CITIZEN, new Garden.Appointment("gardener-1"));
            story.does("plant", Garden.GARDENER, null);
            story.does("pass", Garden.EXPERT, null);
        }
        return story;
    }

    Story does(String action, Actor actor, Evidence evidence) {
        Decision decision = tries(attempt(action, actor).with(evidence));
        assertThat(decision).as(action).isInstanceOf(Accepted.class);
        take((Accepted) decision);
        return this;
    }

    Story accepts(Attempt attempt) {
        Decision decision = tries(attempt);
        assertThat(decision).isInstanceOf(Accepted.class);
        take((Accepted) decision);
        return this;
    }

    Refused refuses(Attempt attempt) {
        Decision decision = tries(attempt);
        assertThat(decision).isInstanceOf(Refused.class);
        return (Refused) decision;
    }

    Decision tries(Attempt attempt) {
        return Judge.decide(table, file, attempt, now, Garden.CALENDAR, file.number());
    }

    /** An attempt at the opening that has such an action, or at the main line's when none has. */
    Attempt attempt(String action, Actor actor) {
        long opening = file.open().stream()
                .filter(open -> table.actionsOf(open).stream()
                        .anyMatch(one -> one.name().equals(action)))
                .map(OpenStage::opening)
                .findFirst()
                .orElseGet(() -> file.hasEnded() ? 0 : file.main().opening());
        return Attempt.of(action, opening, actor, now);
    }

    Story after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    String stage() {
        return file.main().stage();
    }

    private void take(Accepted accepted) {
        file = accepted.applyTo(file, events.size());
        events.addAll(accepted.events());
        now = now.plus(Duration.ofHours(1));
    }
}
