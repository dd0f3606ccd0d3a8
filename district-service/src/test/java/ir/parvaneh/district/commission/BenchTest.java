package ir.parvaneh.district.commission;

import static ir.parvaneh.district.commission.DocketStory.EXPERT;
import static ir.parvaneh.district.commission.DocketStory.OWNER;
import static ir.parvaneh.district.commission.DocketStory.SECRETARY;
import static ir.parvaneh.district.commission.DocketStory.area;
import static ir.parvaneh.district.commission.DocketStory.member;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.identity.Caller;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BenchTest {
    private final DocketStory story = DocketStory.referred(area(60, "2024-01-10"));

    @BeforeEach
    void hearing() {
        story.toHearing();
    }

    @Test
    void the_municipality_sits_and_reports_but_has_no_vote() {
        story.accepts(story.schedules(1)).accepts(story.drafts(Outcome.FINE, null, null, 100));
        assertThat(story.refuses(story.votes(member(1, Seat.MUNICIPAL), true)).code())
                .isEqualTo("seat-without-vote");
        story.votesOf(1, true, true, true);
        assertThat(story.refuses(story.pronounces(1, "impose-fine")).details().get("guard"))
                .isEqualTo("report-heard");
        story.accepts(story.reports(1)).accepts(story.pronounces(1, "impose-fine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expert", "inspector", "owner"})
    void whoever_reported_referred_or_owns_does_not_sit(String person) {
        var bench = story.schedules(story.today(), person, "council-1", "interior-1", "municipal-1");
        assertThat(story.refuses(bench).code()).isEqualTo("member-in-conflict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0012345679", "09121234567", "Judge One"})
    void a_seat_is_given_to_an_id_and_not_to_a_number_or_a_name(String person) {
        var bench = story.schedules(story.today(), person, "council-1", "interior-1", "municipal-1");
        assertThat(story.refuses(bench).code()).isEqualTo("value-not-allowed");
    }

    @Test
    void one_person_takes_one_seat() {
        var bench = story.schedules(story.today(), "judge-1", "judge-1", "interior-1", "municipal-1");
        assertThat(story.refuses(bench).code()).isEqualTo("bench-not-distinct");
    }

    @Test
    void a_member_who_recuses_himself_leaves_a_seat_that_another_must_take() {
        story.hears(1, Outcome.FINE, null, null, 100);
        story.accepts(story.recuses(member(1, Seat.COUNCIL), null));
        assertThat(story.refuses(story.pronounces(1, "impose-fine")).code()).isEqualTo("bench-incomplete");
        assertThat(story.refuses(story.schedules(1)).code()).isEqualTo("member-in-conflict");
        story.accepts(story.schedules(story.today(), "judge-1", "council-2", "interior-1", "municipal-1"));
        story.accepts(story.reports(1)).accepts(story.drafts(Outcome.FINE, null, null, 100));
        story.accepts(story.votes(member(1, Seat.JUDGE), true)).accepts(story.votes(member(2, Seat.COUNCIL), true));
        story.accepts(story.votes(member(1, Seat.INTERIOR), false)).accepts(story.pronounces(1, "impose-fine"));
    }

    @Test
    void the_secretariat_may_find_a_conflict_and_nobody_else_removes_a_member() {
        story.accepts(story.schedules(1));
        assertThat(story.refuses(story.recuses(member(1, Seat.JUDGE), "council-1"))
                        .code())
                .isEqualTo("forbidden");
        assertThat(story.refuses(story.recuses(EXPERT, "council-1")).code()).isEqualTo("forbidden");
        story.accepts(story.recuses(SECRETARY, "council-1"));
        assertThat(story.docket().sitting().recused()).containsExactly("council-1");
    }

    @Test
    void a_new_draft_voids_the_votes_on_the_one_before() {
        story.hears(1, Outcome.FINE, null, null, 100).accepts(story.drafts(Outcome.FINE, null, null, 200));
        assertThat(story.refuses(story.pronounces(1, "impose-fine")).details().get("missing"))
                .isEqualTo(List.of("judge", "council", "interior"));
    }

    @Test
    void the_majority_decides_and_a_minority_does_not() {
        story.accepts(story.schedules(1)).accepts(story.reports(1));
        story.accepts(story.drafts(Outcome.FINE, null, null, 100)).votesOf(1, true, false, false);
        assertThat(story.refuses(story.pronounces(1, "impose-fine")).details().get("guard"))
                .isEqualTo("majority-agrees");
    }

    @Test
    void what_is_pronounced_is_what_was_drafted() {
        story.hears(1, Outcome.FINE, null, null, 100);
        assertThat(story.refuses(story.pronounces(1, "find-no-violation"))
                        .details()
                        .get("guard"))
                .isEqualTo("decides-no-violation");
    }

    @Test
    void only_the_presiding_judge_pronounces() {
        story.hears(1, Outcome.FINE, null, null, 100);
        for (Caller other : List.of(
                member(2, Seat.JUDGE), member(1, Seat.COUNCIL), member(1, Seat.MUNICIPAL), SECRETARY, OWNER, EXPERT)) {
            String code = story.refuses(story.tries(other, "impose-fine", null)).code();
            assertThat(code).as(other.personId()).isIn("forbidden", "not-found");
        }
    }

    @Test
    void a_seat_without_its_role_is_no_seat() {
        story.accepts(story.schedules(1)).accepts(story.drafts(Outcome.FINE, null, null, 100));
        Caller pretender = new Caller("judge-1", Set.of("commission-council"), null, null, null);
        assertThat(story.refuses(story.votes(pretender, true)).code()).isEqualTo("forbidden");
    }

    @Test
    void nobody_votes_before_the_day_of_the_hearing() {
        story.accepts(story.schedules(story.today().plusDays(5), "judge-1", "council-1", "interior-1", "municipal-1"));
        assertThat(story.refuses(story.reports(1)).code()).isEqualTo("hearing-not-yet");
        assertThat(story.refuses(story.drafts(Outcome.FINE, null, null, 100)).code())
                .isEqualTo("hearing-not-yet");
        story.after(5).accepts(story.reports(1));
    }

    @Test
    void a_demolition_names_its_ground_and_a_period_of_two_months_at_most() {
        story.hears(1, Outcome.DEMOLITION, null, 30);
        assertThat(story.refuses(story.pronounces(1, "order-demolition"))
                        .details()
                        .get("guard"))
                .isEqualTo("ground-given");
        story.accepts(story.drafts(Outcome.DEMOLITION, Ground.HEALTH, 61)).votesOf(1, true, true, true);
        assertThat(story.refuses(story.pronounces(1, "order-demolition"))
                        .details()
                        .get("guard"))
                .isEqualTo("period-within-law");
    }

    @Test
    void strangers_do_not_find_the_docket_and_parties_do_not_see_the_deliberation() {
        Caller stranger = new Caller("stranger", Set.of("citizen"), null, null, null);
        Caller foreign = new Caller("expert-8", Set.of("district-expert"), null, 8, null);
        assertThat(DocketSight.sees(stranger, story.docket())).isFalse();
        assertThat(DocketSight.sees(foreign, story.docket())).isFalse();
        assertThat(DocketSight.sees(member(2, Seat.JUDGE), story.docket())).isFalse();
        story.hears(1, Outcome.FINE, null, null, 100);
        var owners = DocketStory.COMMISSION.views().of(story.docket(), OWNER);
        assertThat(owners.draft()).isNull();
        assertThat(owners.votes()).isEmpty();
        var judges = DocketStory.COMMISSION.views().of(story.docket(), member(1, Seat.JUDGE));
        assertThat(judges.votes()).hasSize(3);
    }
}
