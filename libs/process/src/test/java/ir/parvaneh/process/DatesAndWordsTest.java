package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Decision.Refused;
import ir.parvaneh.process.ProcessEvent.StageEntered;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Stages that last until a date, actions taken on another application's word, files that begin with evidence. */
class DatesAndWordsTest {

    private static final String ASKING =
            "ask: {title: {fa: درخواست, en: ask}, by: citizen, evidence: wish, provided: [size-allowed], then: looked-at}";
    private static final String WORD =
            ASKING + "\n      lose: {title: {fa: باخت, en: lose}, when: seed-order/lost, then: refused}";

    @Test
    void a_stage_that_lasts_until_a_date_is_due_on_it_however_often_it_is_entered() {
        String yaml = Garden.yaml().replace("within: 30 days", "until: harvest");
        ProcessFile file = begun(Garden.table(yaml), null);
        assertThat(file.main().dueAt()).isEqualTo(Garden.DAWN.plus(Duration.ofDays(90)));
        assertThat(file.main().term()).isNull();
    }

    @Test
    void the_word_of_another_application_moves_the_file_and_nobody_else_can_say_it() {
        ProcessTable table = Garden.table(Garden.yaml().replace(ASKING, WORD));
        ProcessFile file = begun(table, null);
        Attempt forged = Attempt.of("lose", file.main().opening(), Garden.CITIZEN, Garden.DAWN);
        assertThat(((Refused) decide(table, file, forged)).code()).isEqualTo(RefusalCode.NOT_YOUR_ACTION);
        Attempt word = Attempt.of("lose", file.main().opening(), Actor.anotherApplication(), Garden.DAWN);
        ProcessFile after = ((Accepted) decide(table, file, word)).applyTo(file, file.number());
        assertThat(after.ended().outcome()).isEqualTo("refused");
        assertThat(after.hands().get("lose").people()).isEmpty();
    }

    @Test
    void what_another_application_takes_is_offered_to_nobody() {
        ProcessTable table = Garden.table(Garden.yaml().replace(ASKING, WORD));
        Accepted begun = Judge.start(table, Garden.DAWN, Garden.CALENDAR, 0);
        assertThat(((StageEntered) begun.events().getLast()).actions())
                .extracting(Offer::name)
                .containsExactly("ask");
        assertThat(WhatNow.of(table, begun.applyTo(null, 0), Garden.CITIZEN))
                .extracting(WhatNow.Possibility::action)
                .containsExactly("ask", "withdraw");
        assertThat(ProcessPage.render(table)).contains("another application · درخواست دیگر: `seed-order/lost`");
    }

    @Test
    void a_file_may_begin_with_evidence_and_the_roles_it_assigns() {
        ProcessTable table = Garden.table();
        EvidenceKind kind = table.catalogue().kind("appointment").orElseThrow();
        ProcessFile file = begun(table, Exhibit.of(kind, new Garden.Appointment("gardener-7")));
        assertThat(file.assigned()).containsEntry("gardener", "gardener-7");
        assertThat(file.latest("appointment", Garden.Appointment.class)).contains(new Garden.Appointment("gardener-7"));
        assertThat(file.numberOf("appointment")).isEqualTo(1);
    }

    @Test
    void what_comes_after_the_stage_that_keeps_the_promise_is_not_promised() {
        String kept =
                Garden.yaml().replace("promise: 6 working days", "promise: 4 working days\npromise-kept-at: judged");
        assertThat(Garden.table(kept).promiseKeptAt()).isEqualTo("judged");
        String less = kept.replace("promise: 4", "promise: 3");
        assertThatThrownBy(() -> Garden.table(less)).isInstanceOf(BrokenProcess.class);
    }

    private static ProcessFile begun(ProcessTable table, Exhibit given) {
        return Judge.start(table, given, Garden.DAWN, Garden.CALENDAR, 0).applyTo(null, 0);
    }

    private static Decision decide(ProcessTable table, ProcessFile file, Attempt attempt) {
        return Judge.decide(table, file, attempt, Garden.DAWN, Garden.CALENDAR, file.number());
    }
}
