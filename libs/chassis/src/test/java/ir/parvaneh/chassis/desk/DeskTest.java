package ir.parvaneh.chassis.desk;

import static ir.parvaneh.chassis.desk.DeskWorld.CLERK;
import static ir.parvaneh.chassis.desk.DeskWorld.EXPERT;
import static ir.parvaneh.chassis.desk.DeskWorld.LATER;
import static ir.parvaneh.chassis.desk.DeskWorld.NOW;
import static ir.parvaneh.chassis.desk.DeskWorld.OFFICE_HEAD;
import static ir.parvaneh.chassis.desk.DeskWorld.OTHER_CLERK;
import static ir.parvaneh.chassis.desk.DeskWorld.attempt;
import static ir.parvaneh.chassis.desk.DeskWorld.check;
import static ir.parvaneh.chassis.desk.DeskWorld.code;
import static ir.parvaneh.chassis.desk.DeskWorld.confirm;
import static ir.parvaneh.chassis.desk.DeskWorld.decide;
import static ir.parvaneh.chassis.desk.DeskWorld.desk;
import static ir.parvaneh.chassis.desk.DeskWorld.left;
import static ir.parvaneh.chassis.desk.DeskWorld.leftBy;
import static ir.parvaneh.chassis.desk.DeskWorld.moved;
import static ir.parvaneh.chassis.desk.DeskWorld.stage;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.TaskClaimed;
import ir.parvaneh.contracts.TaskReleased;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskTest {
    @Test
    void an_opened_task_waits_for_its_first_signatories() {
        var task = desk(check()).find(7).orElseThrow();

        assertThat(task.state()).isEqualTo(Task.State.open);
        assertThat(task.nextRoles()).containsExactly("office-clerk");
        assertThat(task.changed()).isEqualTo(3);
    }

    @Test
    void a_stage_told_again_opens_no_second_task() {
        var desk = desk(check()).opened(check(), LATER, 4);

        assertThat(desk.tasks()).hasSize(1);
    }

    @Test
    void a_left_stage_closes_its_task_whatever_its_state() {
        var desk = decide(desk(check()), "confirm", CLERK).desk().closed(left("withdraw", LATER), LATER, 5);

        var task = desk.find(7).orElseThrow();
        assertThat(task.state()).isEqualTo(Task.State.closed);
        assertThat(task.decision().answer()).isEqualTo(Task.Answer.overtaken);
        assertThat(task.actions()).isEmpty();
    }

    @Test
    void a_decision_that_left_the_stage_was_accepted() {
        var desk = decide(desk(check()), "confirm", CLERK).desk().closed(leftBy("p-clerk", "confirm", NOW), LATER, 5);

        assertThat(desk.find(7).orElseThrow().decision().answer()).isEqualTo(Task.Answer.accepted);
    }

    @Test
    void a_decision_counted_at_another_instant_is_still_that_decision_and_the_clocks_is_not() {
        var decided = decide(desk(check()), "confirm", CLERK).desk();

        assertThat(answer(decided.closed(leftBy("p-clerk", "confirm", LATER), LATER, 5)))
                .isEqualTo(Task.Answer.accepted);
        assertThat(answer(decided.closed(leftBy("clock", "confirm", NOW), LATER, 5)))
                .isEqualTo(Task.Answer.overtaken);
    }

    private static Task.Answer answer(Desk desk) {
        return desk.find(7).orElseThrow().decision().answer();
    }

    @Test
    void only_the_last_forty_closed_tasks_are_kept() {
        var desk = Desk.EMPTY;
        for (int opening = 1; opening <= 60; opening++) {
            desk = desk.opened(stage(opening, List.of(confirm())), NOW, opening)
                    .closed(left(opening, "confirm", NOW), NOW, opening);
        }

        assertThat(desk.tasks()).hasSize(Desk.CLOSED_KEPT);
        assertThat(desk.find(60)).isPresent();
        assertThat(desk.find(20)).isEmpty();
    }

    @Test
    void a_clerk_claims_a_task_and_it_is_told() {
        var moved = moved(desk(check()).claimed(7, CLERK, NOW, 4));

        assertThat(moved.task().claim().personId()).isEqualTo("p-clerk");
        assertThat(moved.events().getFirst().data()).isEqualTo(new TaskClaimed(7, "p-clerk", "p-clerk", NOW));
    }

    @Test
    void a_claimed_task_is_not_for_another() {
        var desk = moved(desk(check()).claimed(7, CLERK, NOW, 4)).desk();

        assertThat(code(desk.claimed(7, OTHER_CLERK, NOW, 5))).isEqualTo("claimed-by-another");
        assertThat(code(attempt(desk, "confirm", OTHER_CLERK))).isEqualTo("claimed-by-another");
    }

    @Test
    void nobody_claims_what_is_not_in_his_role() {
        assertThat(code(desk(check()).claimed(7, EXPERT, NOW, 4))).isEqualTo("forbidden");
    }

    @Test
    void the_barred_cannot_claim() {
        var desk = desk(stage(
                7,
                List.of(new OpenAction(
                        "approve", null, List.of("office-head"), null, null, false, List.of("p-office-head")))));

        assertThat(code(desk.claimed(7, OFFICE_HEAD, NOW, 4))).isEqualTo("separation-of-duties");
    }

    @Test
    void a_head_releases_a_colleagues_task_and_a_colleague_does_not() {
        var desk = moved(desk(check()).claimed(7, CLERK, NOW, 4)).desk();

        assertThat(code(desk.released(7, OTHER_CLERK, LATER, 5))).isEqualTo("forbidden");
        assertThat(moved(desk.released(7, OFFICE_HEAD, LATER, 5))
                        .events()
                        .getFirst()
                        .data())
                .isEqualTo(new TaskReleased(7, "p-clerk", "p-office-head", LATER));
    }

    @Test
    void nobody_puts_back_what_nobody_took() {
        assertThat(code(desk(check()).released(7, OFFICE_HEAD, LATER, 5))).isEqualTo("not-claimed");
    }

    @Test
    void a_head_gives_a_task_to_a_colleague() {
        var moved = moved(desk(check()).reassigned(7, "p-clerk-2", OFFICE_HEAD, NOW, 4));

        assertThat(moved.task().claim()).isEqualTo(new Task.Claim("p-clerk-2", "p-office-head", NOW));
        assertThat(code(desk(check()).reassigned(7, "p-clerk-2", CLERK, NOW, 4)))
                .isEqualTo("forbidden");
    }

    @Test
    void an_old_claim_lapses_and_a_young_one_does_not() {
        var desk = moved(desk(check()).claimed(7, CLERK, NOW, 4)).desk();
        var policy = Duration.ofHours(4);

        assertThat(desk.lapsed(NOW.plus(policy).minusMillis(1), policy, 5).events())
                .isEmpty();
        var lapsed = desk.lapsed(NOW.plus(policy), policy, 5);
        assertThat(lapsed.desk().find(7).orElseThrow().claim()).isNull();
        assertThat(lapsed.events().getFirst().data()).isEqualTo(new TaskReleased(7, "p-clerk", null, NOW.plus(policy)));
    }
}
