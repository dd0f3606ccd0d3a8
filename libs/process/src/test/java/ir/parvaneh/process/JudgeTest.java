package ir.parvaneh.process;

import static ir.parvaneh.process.Garden.CITIZEN;
import static ir.parvaneh.process.Garden.CLERK;
import static ir.parvaneh.process.Garden.DEPUTY;
import static ir.parvaneh.process.Garden.EXPERT;
import static ir.parvaneh.process.Garden.GARDENER;
import static ir.parvaneh.process.Garden.HEAD;
import static ir.parvaneh.process.Garden.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.process.Decision.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final List<Signature> SIGNATURES =
            List.of(new Signature("expert-1", "expert"), new Signature("deputy-1", "deputy"));

    @Test
    void a_file_begins_in_the_first_stage_and_its_opening_is_the_number_of_the_event() {
        Story story = new Story();
        assertThat(story.events).extracting(ProcessEvent::type).containsExactly("begun", "stage-entered");
        assertThat(story.file.main().opening()).isEqualTo(2);
        assertThat(story.file.main().dueAt()).isEqualTo(Garden.DAWN.plus(Duration.ofDays(30)));
    }

    @Test
    void an_ordinary_action_says_two_things_and_the_decision_counts_when_it_was_stored() {
        Story story = new Story();
        Attempt early = story.attempt("ask", CITIZEN).with(new Garden.Wish(20));
        story.after(Duration.ofHours(5)).accepts(early);
        assertThat(story.events.subList(2, 4))
                .extracting(ProcessEvent::type)
                .containsExactly("stage-left", "stage-entered");
        assertThat(story.file.main().enteredAt()).isEqualTo(early.decidedAt());
        assertThat(story.file.main().dueAt()).isEqualTo(early.decidedAt().plus(Duration.ofDays(1)));
    }

    @Test
    void openings_go_on_from_the_last_number_of_the_aggregate_whoever_used_the_ones_between() {
        Story story = new Story();
        Attempt attempt = story.attempt("ask", CITIZEN).with(new Garden.Wish(20));
        Decision.Accepted accepted =
                (Decision.Accepted) Judge.decide(story.table, story.file, attempt, story.now, Garden.CALENDAR, 40);
        ProcessFile after = accepted.applyTo(story.file, 40);
        assertThat(after.main().opening()).isEqualTo(42);
        assertThat(after.number()).isEqualTo(42);
    }

    @Test
    void a_decision_never_counts_before_its_stage_was_entered_nor_after_now() {
        Story story = new Story();
        Attempt old =
                Attempt.of("ask", 2, CITIZEN, Garden.DAWN.minusSeconds(60)).with(new Garden.Wish(1));
        assertThat(left(story.tries(old)).decidedAt()).isEqualTo(Garden.DAWN);
        Attempt ahead = Attempt.of("ask", 2, CITIZEN, story.now.plusSeconds(60)).with(new Garden.Wish(1));
        assertThat(left(story.tries(ahead)).decidedAt()).isEqualTo(story.now);
    }

    @Test
    void an_action_of_another_stage_is_illegal_and_what_is_allowed_is_said() {
        Story story = Story.inStage("looked-at");
        Refused refused = story.refuses(story.attempt("grant", DEPUTY));
        assertThat(refused.code()).isEqualTo(RefusalCode.ILLEGAL_IN_STAGE);
        assertThat(refused.allowed()).containsExactly("measure", "send-back", "withdraw");
    }

    @Test
    void an_opening_that_is_not_open_is_stale() {
        Story story = Story.inStage("looked-at");
        Attempt stale = Attempt.of("measure", 2, CLERK, story.now);
        assertThat(story.refuses(stale).code()).isEqualTo(RefusalCode.STALE_TASK);
    }

    @Test
    void an_action_wants_its_role() {
        Story story = Story.inStage("looked-at");
        assertThat(story.refuses(story.attempt("measure", HEAD)).code()).isEqualTo(RefusalCode.NOT_YOUR_ACTION);
        Attempt signedByTheWrongRole = story.attempt("measure", CLERK).signed(List.of(new Signature("head-1", "head")));
        assertThat(story.refuses(signedByTheWrongRole).code()).isEqualTo(RefusalCode.NOT_YOUR_ACTION);
    }

    @Test
    void an_action_of_one_may_come_with_its_one_signature() {
        Story story = Story.inStage("looked-at");
        story.accepts(story.attempt("measure", Actor.of("clerk-1")).signed(List.of(new Signature("clerk-1", "clerk"))));
        assertThat(story.stage()).isEqualTo("measured");
    }

    @Test
    void a_role_the_file_assigns_belongs_to_the_person_it_names() {
        Story story = Story.inStage("growing").does("appoint", CITIZEN, new Garden.Appointment("gardener-1"));
        Actor other = Actor.of("gardener-2", "gardener");
        assertThat(story.refuses(story.attempt("plant", other)).code()).isEqualTo(RefusalCode.NOT_YOUR_ACTION);
        story.accepts(story.attempt("plant", GARDENER));
    }

    @Test
    void who_is_assigned_stands_on_the_next_stage() {
        Story story = Story.inStage("growing").does("appoint", CITIZEN, new Garden.Appointment("gardener-1"));
        assertThat(((ProcessEvent.StageEntered) story.events.getLast()).assigned())
                .isEqualTo(Map.of("gardener", "gardener-1"));
    }

    @Test
    void nobody_confirms_what_he_measured() {
        Story story = Story.inStage("measured");
        Actor both = Actor.of("clerk-1", "clerk", "head");
        assertThat(story.refuses(story.attempt("confirm", both)).code()).isEqualTo(RefusalCode.SEPARATION_OF_DUTIES);
        assertThat(entered(story).actions().getFirst().barred()).containsExactly("clerk-1");
    }

    @Test
    void nobody_who_prepared_or_signed_what_is_judged_signs_under_it() {
        Story story = Story.inStage("judged");
        List<Signature> byTheClerk = List.of(new Signature("expert-1", "expert"), new Signature("clerk-1", "deputy"));
        assertThat(story.refuses(story.attempt("grant", EXPERT).signed(byTheClerk))
                        .code())
                .isEqualTo(RefusalCode.SEPARATION_OF_DUTIES);
    }

    @Test
    void signatures_come_all_in_order_and_by_different_people() {
        Story story = Story.inStage("judged");
        Attempt grant = story.attempt("grant", EXPERT);
        assertThat(List.of(
                        grant,
                        grant.signed(SIGNATURES.reversed()),
                        grant.signed(SIGNATURES.subList(0, 1)),
                        grant.signed(List.of(new Signature("x", "expert"), new Signature("x", "deputy")))))
                .allSatisfy(wrong ->
                        assertThat(story.refuses(wrong).code()).isEqualTo(RefusalCode.SIGNATURES_OUT_OF_ORDER));
        story.accepts(grant.signed(SIGNATURES));
        assertThat(story.file.ended().outcome()).isEqualTo("granted");
    }

    @Test
    void whoever_prepared_a_decision_does_not_sign_above_the_first_line() {
        Story story = Story.inStage("judged");
        Attempt prepared = story.attempt("grant", DEPUTY).signed(SIGNATURES);
        assertThat(story.refuses(prepared).code()).isEqualTo(RefusalCode.SIGNATURES_OUT_OF_ORDER);
    }

    @Test
    void reasons_are_a_code_and_a_text() {
        Story story = Story.inStage("looked-at");
        Attempt sendBack = story.attempt("send-back", CLERK);
        assertThat(story.refuses(sendBack).code()).isEqualTo(RefusalCode.REASONS_REQUIRED);
        assertThat(story.refuses(sendBack.because(new Reason("unclear", " "))).code())
                .isEqualTo(RefusalCode.REASONS_REQUIRED);
        assertThat(story.accepts(sendBack.because(REASON)).stage()).isEqualTo("draft");
    }

    @Test
    void evidence_is_of_the_kind_asked_for_and_only_where_it_is_asked_for() {
        Story story = new Story();
        Attempt ask = story.attempt("ask", CITIZEN);
        assertThat(story.refuses(ask).code()).isEqualTo(RefusalCode.WRONG_EVIDENCE);
        assertThat(story.refuses(ask.with(new Garden.Appointment("x"))).code()).isEqualTo(RefusalCode.WRONG_EVIDENCE);
        Story later = Story.inStage("looked-at");
        Attempt uncalledFor = later.attempt("measure", CLERK).with(new Garden.Wish(1));
        assertThat(later.refuses(uncalledFor).code()).isEqualTo(RefusalCode.WRONG_EVIDENCE);
    }

    @Test
    void a_guard_refuses_with_its_name_and_its_sentence() {
        Story story = new Story();
        Refused refused = story.refuses(story.attempt("ask", CITIZEN).with(new Garden.Wish(101)));
        assertThat(refused.code()).isEqualTo(RefusalCode.GUARD_REFUSED);
        assertThat(refused.guard()).isEqualTo("size-allowed");
        assertThat(refused.sentence().en()).isEqualTo("The size is allowed.");
    }

    @Test
    void an_ended_file_takes_nothing_more() {
        Story story = new Story().does("withdraw", CITIZEN, null);
        assertThat(story.refuses(story.attempt("ask", CITIZEN)).code()).isEqualTo(RefusalCode.FILE_ENDED);
    }

    private static ProcessEvent.StageEntered entered(Story story) {
        return (ProcessEvent.StageEntered) story.events.getLast();
    }

    private static ProcessEvent.StageLeft left(Decision decision) {
        return (ProcessEvent.StageLeft) ((Decision.Accepted) decision).events().getFirst();
    }
}
