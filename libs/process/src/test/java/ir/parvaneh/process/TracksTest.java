package ir.parvaneh.process;

import static ir.parvaneh.process.Garden.AGENT;
import static ir.parvaneh.process.Garden.CITIZEN;
import static ir.parvaneh.process.Garden.EXPERT;
import static ir.parvaneh.process.Garden.GARDENER;
import static ir.parvaneh.process.Garden.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TracksTest {

    @Test
    void tracks_open_with_the_waiting_stage_each_under_its_own_number() {
        Story story = Story.inStage("growing");
        assertThat(story.file.main().holder()).isEqualTo(Holder.WAITING);
        assertThat(story.file.tracks().keySet()).containsExactly("planting", "watering");
        assertThat(story.file.open()).extracting(ProcessFile.OpenStage::opening).doesNotHaveDuplicates();
    }

    @Test
    void the_main_line_goes_on_when_the_last_track_has_ended() {
        Story story = Story.inStage("growing").does("answer", AGENT, null);
        assertThat(story.stage()).isEqualTo("growing");
        story.does("appoint", CITIZEN, new Garden.Appointment("gardener-1"))
                .does("plant", GARDENER, null)
                .does("pass", EXPERT, null);
        assertThat(story.stage()).isEqualTo("judged");
        assertThat(story.file.tracks()).isEmpty();
    }

    @Test
    void a_track_that_leads_to_the_main_line_closes_the_others() {
        Story story = Story.inStage("growing").does("appoint", CITIZEN, new Garden.Appointment("gardener-1"));
        story.accepts(story.attempt("give-up", GARDENER).because(REASON));
        assertThat(story.stage()).isEqualTo("refused-for-now");
        assertThat(story.file.tracks()).isEmpty();
        assertThat(story.events)
                .filteredOn(event -> event instanceof ProcessEvent.StageLeft left
                        && left.action().equals(Move.CLOSE))
                .extracting(event -> ((ProcessEvent.StageLeft) event).stage())
                .containsExactly("growing", "water-asked");
    }

    @Test
    void a_track_may_be_opened_again_at_a_later_stage() {
        Story story = Story.inStage("judged");
        story.accepts(story.attempt("replant", EXPERT).because(REASON));
        assertThat(story.file.tracks().get("planting").stage()).isEqualTo("inspected");
        assertThat(story.does("pass", EXPERT, null).stage()).isEqualTo("judged");
    }

    @Test
    void withdrawal_closes_everything() {
        Story story = Story.inStage("growing").does("withdraw", CITIZEN, null);
        assertThat(story.file.hasEnded()).isTrue();
        assertThat(story.file.open()).isEmpty();
        assertThat(story.file.trackLedger()).hasSize(2);
    }

    @Test
    void a_track_abandoned_abandons_the_file() {
        Story story = Story.inStage("growing").after(Duration.ofDays(31));
        story.accepts(Attempt.late(story.file.tracks().get("planting").opening(), story.now));
        assertThat(story.file.ended().outcome()).isEqualTo("abandoned");
        assertThat(story.file.open()).isEmpty();
    }
}
