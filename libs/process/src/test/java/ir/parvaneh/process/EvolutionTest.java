package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EvolutionTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void a_file_is_its_events() {
        Story story = Story.inStage("judged");
        assertThat(Evolution.evolve(null, story.events, 0)).isEqualTo(story.file);
    }

    @Test
    void a_file_and_its_events_survive_json() {
        Story story = Story.inStage("judged");
        ProcessFile read = json.readValue(json.writeValueAsString(story.file), ProcessFile.class);
        assertThat(read).isEqualTo(story.file);
        for (ProcessEvent event : story.events) {
            assertThat(json.readValue(json.writeValueAsString(event), ProcessEvent.of(event.type())))
                    .isEqualTo(event);
        }
    }

    @Test
    void events_on_the_wire_say_what_the_contract_says() {
        Story story = Story.inStage("looked-at");
        String left = json.writeValueAsString(story.events.get(2));
        assertThat(left).contains("\"holder\":\"owner\"", "\"signedBy\":[\"citizen-1\"]", "\"squareMetres\":20");
        assertThat(left).doesNotContain("\"type\"", "null");
        assertThat(json.writeValueAsString(story.events.get(3))).contains("\"term\":\"1 working day\"");
    }

    @Test
    void an_event_that_does_not_fit_is_a_bug() {
        Story story = Story.inStage("looked-at");
        ProcessEvent entered = story.events.getLast();
        List<ProcessEvent> misfits = List.of(
                story.events.getFirst(),
                entered,
                story.events.get(2),
                new ProcessEvent.Ended("granted", story.now),
                new ProcessEvent.DeadlineMissed(99, null, "looked-at", Holder.OFFICE, story.now, story.now));
        assertThat(misfits).allSatisfy(event -> assertThatThrownBy(
                        () -> Evolution.evolve(story.file, event, story.file.number() + 1))
                .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void a_learned_fact_is_kept_like_evidence_and_the_file_stays_where_it_is() {
        Story story = Story.inStage("looked-at");
        Decision learned = Judge.learn(story.table, story.file, "wish", new Garden.Wish(7), story.now);
        ProcessFile after = ((Decision.Accepted) learned).applyTo(story.file, story.file.number());
        assertThat(after.latest("wish", Garden.Wish.class)).contains(new Garden.Wish(7));
        assertThat(after.numberOf("wish")).isEqualTo(story.file.number() + 1);
        assertThat(after.main()).isEqualTo(story.file.main());
        assertThat(after.ledger()).isEqualTo(story.file.ledger());
    }

    @Test
    void numbers_only_grow() {
        Story story = Story.inStage("looked-at");
        ProcessEvent missed = new ProcessEvent.DeadlineMissed(
                story.file.main().opening(), null, "looked-at", Holder.OFFICE, story.now, story.now);
        assertThatThrownBy(() -> Evolution.evolve(story.file, missed, story.file.number()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_file_remembers_evidence_visits_and_rounds() {
        Story story = Story.inStage("measured");
        assertThat(story.file.latest("wish", Garden.Wish.class)).contains(new Garden.Wish(20));
        assertThat(story.file.visits()).extracting(ProcessFile.Visit::place).containsExactly("office");
        assertThat(story.file.roundsOf("measured")).isEqualTo(1);
        assertThat(story.file.numberOfAction("measure")).isEqualTo(5);
        assertThat(story.file.ledger()).extracting(ProcessFile.Segment::stage).containsExactly("draft", "looked-at");
    }
}
