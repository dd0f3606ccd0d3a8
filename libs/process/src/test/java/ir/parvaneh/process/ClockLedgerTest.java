package ir.parvaneh.process;

import static ir.parvaneh.process.Garden.AGENT;
import static ir.parvaneh.process.Garden.CITIZEN;
import static ir.parvaneh.process.Garden.EXPERT;
import static ir.parvaneh.process.Garden.GARDENER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockLedgerTest {

    @Test
    void every_instant_is_charged_to_exactly_one_holder() {
        Story story = Story.inStage("judged").after(Duration.ofHours(7));
        Duration all =
                ClockLedger.perHolder(story.file, story.now).values().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isEqualTo(Duration.between(Garden.DAWN, story.now));
    }

    @Test
    void waiting_is_charged_to_whoever_holds_the_track_that_ended_last() {
        Story story = Story.inStage("growing").after(Duration.ofHours(9)).does("answer", AGENT, null);
        story.after(Duration.ofHours(3)).does("appoint", CITIZEN, new Garden.Appointment("gardener-1"));
        story.after(Duration.ofHours(4)).does("plant", GARDENER, null);
        story.after(Duration.ofHours(1)).does("pass", EXPERT, null);
        Map<Holder, Duration> sums =
                ClockLedger.perHolder(story.file, story.file.main().enteredAt());
        assertThat(sums)
                .containsEntry(Holder.OWNER, Duration.ofHours(1 + 10 + 4))
                .containsEntry(Holder.ENGINEERS, Duration.ofHours(5))
                .containsEntry(Holder.DISTRICT, Duration.ofHours(2))
                .doesNotContainKeys(Holder.AGENCY, Holder.WAITING);
    }

    @Test
    void before_the_join_waiting_is_charged_to_the_track_that_is_due_last() {
        Story story = Story.inStage("growing").after(Duration.ofHours(5));
        assertThat(ClockLedger.holderNow(story.file)).contains(Holder.AGENCY);
        assertThat(ClockLedger.perHolder(story.file, story.now)).containsEntry(Holder.AGENCY, Duration.ofHours(6));
    }

    @Test
    void time_after_the_slowest_track_so_far_goes_to_the_one_still_open() {
        Story story = Story.inStage("growing").after(Duration.ofHours(5)).does("answer", AGENT, null);
        assertThat(ClockLedger.holderNow(story.file)).contains(Holder.OWNER);
        assertThat(ClockLedger.perHolder(story.file, story.now))
                .doesNotContainKey(Holder.AGENCY)
                .containsEntry(Holder.OWNER, Duration.ofHours(1 + 7));
    }

    @Test
    void the_promise_moves_by_the_time_that_others_have_the_file() {
        Story story = Story.inStage("looked-at");
        Duration promised = Duration.ofDays(6);
        assertThat(promise(story)).isEqualTo(Garden.DAWN.plusSeconds(3600).plus(promised));
        story.does("measure", Garden.CLERK, null).does("confirm", Garden.HEAD, null);
        assertThat(promise(story.after(Duration.ofDays(20))))
                .isEqualTo(Garden.DAWN
                        .plusSeconds(3600)
                        .plus(promised)
                        .plus(Duration.ofDays(20))
                        .plusSeconds(3600));
    }

    @Test
    void an_ended_file_stands_still() {
        Story story = Story.inStage("measured").does("withdraw", CITIZEN, null);
        assertThat(ClockLedger.perHolder(story.file, story.now.plus(Duration.ofDays(9))))
                .isEqualTo(ClockLedger.perHolder(story.file, story.now));
        assertThat(ClockLedger.holderNow(story.file)).isEmpty();
    }

    @Test
    void a_legal_clock_runs_from_one_stage_to_another_whoever_holds_the_file() {
        ProcessTable table = Garden.table(Garden.yaml().replace("roles:", """
                        clocks:
                          quick: {title: {fa: زود, en: quick}, from: measured, until: judged, within: 1 week, basis: [A]}
                        roles:"""));
        Story story = Story.inStage("looked-at");
        assertThat(ClockLedger.legalTimes(table, story.file, Garden.CALENDAR)).isEmpty();
        story.does("measure", Garden.CLERK, null);
        var begun = story.file.main().enteredAt();
        story.after(Duration.ofDays(1));
        story.accepts(story.attempt("measure-again", Garden.HEAD).because(Garden.REASON))
                .does("measure", Garden.CLERK, null);
        assertThat(ClockLedger.legalTimes(table, story.file, Garden.CALENDAR))
                .singleElement()
                .satisfies(time -> {
                    assertThat(time.from()).isEqualTo(begun);
                    assertThat(time.dueAt()).isEqualTo(begun.plus(Duration.ofDays(7)));
                    assertThat(time.endedAt()).isNull();
                });
        Story judged = Story.inStage("judged");
        assertThat(ClockLedger.legalTimes(table, judged.file, Garden.CALENDAR))
                .singleElement()
                .extracting(ClockLedger.LegalTime::endedAt)
                .isEqualTo(judged.file.main().enteredAt());
    }

    @Test
    void a_legal_clock_begins_anew_where_it_was_void_and_stands_still_with_the_file() {
        ProcessTable table = Garden.table(Garden.yaml().replace("roles:", """
                        clocks:
                          quick: {title: {fa: زود, en: quick}, from: measured, until: judged, void-at: looked-at, within: 1 week}
                        roles:"""));
        Story story = Story.inStage("measured").after(Duration.ofDays(9));
        story.accepts(story.attempt("measure-again", Garden.HEAD).because(Garden.REASON));
        assertThat(ClockLedger.legalTimes(table, story.file, Garden.CALENDAR)).isEmpty();
        story.does("measure", Garden.CLERK, null);
        var begun = story.file.main().enteredAt();
        story.does("withdraw", CITIZEN, null);
        assertThat(ClockLedger.legalTimes(table, story.file, Garden.CALENDAR))
                .singleElement()
                .satisfies(time -> {
                    assertThat(time.from()).isEqualTo(begun);
                    assertThat(time.endedAt()).isEqualTo(story.file.ended().at());
                });
    }

    private static java.time.Instant promise(Story story) {
        return ClockLedger.promisedAt(story.table, story.file, story.now, Garden.CALENDAR);
    }
}
