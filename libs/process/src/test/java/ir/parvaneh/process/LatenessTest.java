package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenessTest {

    @Test
    void the_clock_is_refused_before_the_term_is_over() {
        Story story = Story.inStage("looked-at");
        assertThat(story.refuses(late(story)).code()).isEqualTo(RefusalCode.NOT_LATE_YET);
    }

    @Test
    void escalation_keeps_the_stage_and_is_said_once() {
        Story story = Story.inStage("looked-at").after(Duration.ofDays(2));
        long opening = story.file.main().opening();
        story.accepts(late(story));
        assertThat(story.events.getLast()).isInstanceOf(ProcessEvent.DeadlineMissed.class);
        assertThat(story.file.main().opening()).isEqualTo(opening);
        assertThat(story.file.missed()).hasSize(1);
        assertThat(story.refuses(late(story)).code()).isEqualTo(RefusalCode.NOT_LATE_YET);
        assertThat(ClockLedger.overdue(story.file, story.now)).isEmpty();
    }

    @Test
    void silence_is_consent_where_the_table_says_so() {
        Story story = Story.inStage("growing").after(Duration.ofDays(61));
        long water = story.file.tracks().get("watering").opening();
        story.accepts(Attempt.late(water, story.now));
        assertThat(story.file.tracks()).doesNotContainKey("watering");
        assertThat(((ProcessEvent.StageLeft) story.events.getLast()).action()).isEqualTo("deem-consent");
        assertThat(((ProcessEvent.StageLeft) story.events.getLast()).signedBy()).isEmpty();
    }

    @Test
    void nobody_but_the_clock_takes_the_clocks_action() {
        Story story = Story.inStage("growing");
        Attempt attempt = story.attempt("deem-consent", Garden.AGENT);
        assertThat(story.refuses(attempt).code()).isEqualTo(RefusalCode.NOT_YOUR_ACTION);
    }

    @Test
    void a_draft_that_nobody_carries_on_is_abandoned() {
        Story story = new Story().after(Duration.ofDays(31));
        assertThat(ClockLedger.nextDue(story.file)).contains(Garden.DAWN.plus(Duration.ofDays(30)));
        assertThat(ClockLedger.overdue(story.file, story.now)).containsExactly(2L);
        story.accepts(late(story));
        assertThat(story.file.ended().outcome()).isEqualTo("abandoned");
    }

    private static Attempt late(Story story) {
        return Attempt.late(story.file.main().opening(), story.now);
    }
}
