package ir.parvaneh.chassis.desk;

import static ir.parvaneh.chassis.desk.DeskWorld.CLERK;
import static ir.parvaneh.chassis.desk.DeskWorld.DEPUTY;
import static ir.parvaneh.chassis.desk.DeskWorld.EXPERT;
import static ir.parvaneh.chassis.desk.DeskWorld.HEAD;
import static ir.parvaneh.chassis.desk.DeskWorld.LATER;
import static ir.parvaneh.chassis.desk.DeskWorld.NOW;
import static ir.parvaneh.chassis.desk.DeskWorld.OFFICE_HEAD;
import static ir.parvaneh.chassis.desk.DeskWorld.OTHER_CLERK;
import static ir.parvaneh.chassis.desk.DeskWorld.PROOF;
import static ir.parvaneh.chassis.desk.DeskWorld.RULES;
import static ir.parvaneh.chassis.desk.DeskWorld.attempt;
import static ir.parvaneh.chassis.desk.DeskWorld.check;
import static ir.parvaneh.chassis.desk.DeskWorld.code;
import static ir.parvaneh.chassis.desk.DeskWorld.decide;
import static ir.parvaneh.chassis.desk.DeskWorld.desk;
import static ir.parvaneh.chassis.desk.DeskWorld.left;
import static ir.parvaneh.chassis.desk.DeskWorld.moved;
import static ir.parvaneh.chassis.desk.DeskWorld.no;
import static ir.parvaneh.chassis.desk.DeskWorld.order;
import static ir.parvaneh.chassis.desk.DeskWorld.person;
import static ir.parvaneh.chassis.desk.DeskWorld.refusal;
import static ir.parvaneh.chassis.desk.DeskWorld.stage;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.TaskDecided;
import ir.parvaneh.contracts.TaskSigned;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeskDecidingTest {
    // -- deciding

    @Test
    void one_signature_decides_and_names_the_opening() {
        var moved = decide(desk(check()), "confirm", CLERK);

        var told = (TaskDecided) moved.events().getFirst().data();
        assertThat(told.opening()).isEqualTo(7);
        assertThat(told.preparedBy()).isEqualTo("p-clerk");
        assertThat(told.decidedAt()).isEqualTo(NOW);
        assertThat(moved.task().state()).isEqualTo(Task.State.decided);
        assertThat(moved.task().decision().number()).isEqualTo(4);
    }

    @Test
    void a_decision_waits_for_its_verdict() {
        var desk = decide(desk(check()), "confirm", CLERK).desk();

        assertThat(code(attempt(desk, "confirm", CLERK))).isEqualTo("decision-pending");
        assertThat(code(desk.claimed(7, CLERK, NOW, 5))).isEqualTo("decision-pending");
    }

    @Test
    void a_closed_task_is_stale() {
        var desk = desk(check()).closed(left("withdraw", NOW), NOW, 4);

        assertThat(code(attempt(desk, "confirm", CLERK))).isEqualTo("stale-task");
    }

    @Test
    void an_action_that_is_not_open_is_refused_with_those_that_are() {
        var refusal = refusal(attempt(desk(check()), "sign-permit", CLERK));

        assertThat(refusal.code()).isEqualTo("illegal-in-stage");
        assertThat(refusal.details()).containsEntry("allowed", List.of("confirm", "report-deficiency"));
    }

    @Test
    void signatures_come_in_order_by_different_people() {
        var prepared = decide(desk(order()), "issue", EXPERT);
        assertThat(prepared.events().getFirst().data()).isInstanceOf(TaskSigned.class);
        assertThat(prepared.task().nextRoles()).contains("district-head");

        assertThat(code(attempt(desk(order()), "issue", HEAD))).isEqualTo("signatures-out-of-order");
        assertThat(code(attempt(prepared.desk(), "issue", DEPUTY))).isEqualTo("signatures-out-of-order");
        assertThat(code(attempt(prepared.desk(), "issue", person("p-expert-2", "district-expert"))))
                .isEqualTo("signatures-out-of-order");

        var decided = decide(decide(prepared.desk(), "issue", HEAD).desk(), "issue", DEPUTY);
        var told = (TaskDecided) decided.events().getFirst().data();
        assertThat(told.preparedBy()).isEqualTo("p-expert");
        assertThat(told.signedBy())
                .extracting("role")
                .containsExactly("district-expert", "district-head", "district-deputy");
    }

    @Test
    void nobody_signs_twice_even_in_another_role() {
        var both = new Signatory("p-both", Set.of("district-expert", "district-head"), null, false);
        var prepared = decide(desk(order()), "issue", both).desk();

        assertThat(code(attempt(prepared, "issue", both))).isEqualTo("separation-of-duties");
    }

    @Test
    void nobody_approves_what_he_prepared() {
        var barred =
                new OpenAction("approve", null, List.of("office-head"), null, null, false, List.of("p-office-head"));

        assertThat(code(attempt(desk(stage(7, List.of(barred))), "approve", OFFICE_HEAD)))
                .isEqualTo("separation-of-duties");
    }

    @Test
    void an_action_of_other_roles_is_forbidden() {
        assertThat(code(attempt(desk(check()), "confirm", EXPERT))).isEqualTo("forbidden");
    }

    @Test
    void what_is_given_to_a_named_person_is_not_another_persons() {
        var inspect = new OpenAction("report", null, List.of("office-inspector"), null, null, false, List.of());
        var desk = desk(stage(7, List.of(inspect))).assigned(7, "office-inspector", "p-drawn", NOW, 4);

        assertThat(code(attempt(desk, "report", person("p-else", "office-inspector"))))
                .isEqualTo("forbidden");
        assertThat(decide(desk, "report", person("p-drawn", "office-inspector"))
                        .task()
                        .state())
                .isEqualTo(Task.State.decided);
    }

    @Test
    void a_later_signatory_may_return_instead_and_the_signatures_are_void() {
        var prepared = decide(desk(order()), "issue", EXPERT).desk();

        var returned = moved(prepared.decided(
                7, new Attempt("return", null, List.of(new Reason("map", "unclear"))), HEAD, RULES, NOW, 5));

        var told = (TaskDecided) returned.events().getFirst().data();
        assertThat(told.action()).isEqualTo("return");
        assertThat(told.signedBy()).extracting("personId").containsExactly("p-head");
    }

    @Test
    void who_stands_in_signs_in_the_absent_persons_role() {
        var prepared = decide(desk(order()), "issue", EXPERT).desk();
        var standIn = new Signatory("p-other", Set.of("district-head"), "p-head", false);

        var signed = (TaskSigned)
                decide(prepared, "issue", standIn).events().getFirst().data();
        assertThat(signed.signature().onBehalfOf()).isEqualTo("p-head");
    }

    @Test
    void who_prepared_does_not_sign_for_the_absent_either() {
        var prepared = decide(desk(order()), "issue", EXPERT).desk();

        assertThat(code(attempt(
                        prepared, "issue", new Signatory("p-expert", Set.of("district-head"), "p-head", false))))
                .isEqualTo("separation-of-duties");
        assertThat(code(attempt(prepared, "issue", new Signatory("p-x", Set.of("district-head"), "p-expert", false))))
                .isEqualTo("separation-of-duties");
    }

    // -- reasons and evidence

    @Test
    void a_return_needs_reasons() {
        assertThat(code(attempt(desk(check()), "report-deficiency", CLERK))).isEqualTo("reasons-required");
    }

    @Test
    void a_reason_holds_no_personal_data() {
        var attempt = new Attempt(
                "report-deficiency", null, List.of(new Reason("deed", "ok"), new Reason("deed", "09121234567")));
        var refusal = refusal(desk(check()).decided(7, attempt, CLERK, RULES, NOW, 4));

        assertThat(refusal.code()).isEqualTo("personal-data-in-text");
        assertThat(refusal.errors()).containsExactly(new Fault("/reasons/1/text", "personal-data-in-text"));
    }

    @Test
    void evidence_is_as_asked_or_refused_with_pointers() {
        var desk = desk(stage(
                7, List.of(new OpenAction("confirm", null, List.of("office-clerk"), null, PROOF, false, List.of()))));

        assertThat(refusal(attempt(desk, "confirm", CLERK)).errors())
                .containsExactly(new Fault("/evidence", "missing-field"));
        assertThat(refusal(desk.decided(7, new Attempt("confirm", Map.of("x", 1), List.of()), CLERK, RULES, NOW, 4)))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("wrong-evidence");
                    assertThat(refused.errors()).containsExactly(new Fault("/evidence/kind", "missing-field"));
                });
        assertThat(moved(desk.decided(
                                7, new Attempt("confirm", Map.of("kind", "deed"), List.of()), CLERK, RULES, NOW, 4))
                        .task()
                        .state())
                .isEqualTo(Task.State.decided);
    }

    @Test
    void evidence_nobody_asked_for_is_refused() {
        var attempt = new Attempt("confirm", Map.of("kind", "deed"), List.of());

        assertThat(code(desk(check()).decided(7, attempt, CLERK, RULES, NOW, 4)))
                .isEqualTo("wrong-evidence");
    }

    // -- verdicts

    @Test
    void a_refused_decision_reopens_the_task_and_shows_why() {
        var desk = decide(desk(check()), "confirm", CLERK).desk().refused(no("confirm", NOW), LATER, 5);

        var task = desk.find(7).orElseThrow();
        assertThat(task.state()).isEqualTo(Task.State.open);
        assertThat(task.decision().answer()).isEqualTo(Task.Answer.refused);
        assertThat(task.decision().refusal().code()).isEqualTo("guard-refused");
        assertThat(decide(desk, "confirm", OTHER_CLERK).task().state()).isEqualTo(Task.State.decided);
    }

    @Test
    void a_refusal_of_a_closed_opening_keeps_it_closed_with_the_reason() {
        var desk = decide(desk(check()), "confirm", CLERK)
                .desk()
                .closed(left("withdraw", LATER), LATER, 5)
                .refused(no("confirm", NOW), LATER, 6);

        var task = desk.find(7).orElseThrow();
        assertThat(task.state()).isEqualTo(Task.State.closed);
        assertThat(task.decision().refusal().code()).isEqualTo("guard-refused");
    }

    @Test
    void a_refusal_of_another_decision_changes_nothing() {
        var desk = decide(desk(check()), "confirm", CLERK).desk();

        assertThat(desk.refused(no("confirm", NOW.minusSeconds(5)), LATER, 5)).isEqualTo(desk);
    }
}
