package ir.parvaneh.application.desks;

import static ir.parvaneh.application.file.GivenFile.OWNER;
import static ir.parvaneh.application.file.GivenFile.START;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.application.permit.KnownPapers;
import ir.parvaneh.application.permit.PapersStanding;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.DecisionRefused;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.Signature;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.TaskDecided;
import ir.parvaneh.process.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final Instant NOW = START.plus(Duration.ofHours(5));

    private final Verdicts verdicts = new Verdicts(GivenFile.JUDGE, GivenFile.PROCESS.schemas());
    private final GivenFile given = new GivenFile();

    @BeforeEach
    void submitted() {
        Attempt submit = Attempt.of("submit", given.opening("submit"), Sight.actor(OWNER, given.body()), START)
                .with(GivenFile.evidence("submission"));
        Ruling.Moved moved = (Ruling.Moved) GivenFile.JUDGE.judge(given.page(), submit, START);
        given.then(Verdict.changed(moved.file(), moved.events()));
    }

    @Test
    void a_decision_moves_the_file_and_counts_from_the_instant_the_desk_stored_it() {
        Instant decidedAt = START.plus(Duration.ofHours(3));
        given.then(decided(Sources.OFFICE_PAGES, decision("take-up", "clerk", "office-clerk", null, decidedAt)));
        assertThat(given.body().stage()).isEqualTo("scan-check");
        assertThat(given.body().process().main().enteredAt()).isEqualTo(decidedAt);
    }

    @Test
    void a_decision_on_a_stage_that_is_gone_is_refused_by_an_event_and_moves_nothing() {
        TaskDecided takeUp = decision("take-up", "clerk", "office-clerk", null, NOW);
        given.then(decided(Sources.OFFICE_PAGES, takeUp)).then(decided(Sources.OFFICE_PAGES, takeUp));
        assertThat(given.body().stage()).isEqualTo("scan-check");
        DecisionRefused refused = (DecisionRefused) given.lastTold();
        assertThat(refused.code()).isEqualTo("stale-task");
        assertThat(refused.opening()).isEqualTo(takeUp.opening());
        assertThat(given.body().lastRefusal().code()).isEqualTo("stale-task");
    }

    @Test
    void a_desk_decides_only_on_what_it_holds() {
        given.then(decided(Sources.DISTRICT_PAGES, decision("take-up", "clerk", "office-clerk", null, NOW)));
        assertThat(((DecisionRefused) given.lastTold()).code()).isEqualTo("not-your-action");
    }

    @Test
    void a_role_an_action_does_not_name_and_evidence_it_does_not_ask_for_are_refused() {
        given.then(decided(Sources.OFFICE_PAGES, decision("take-up", "head", "office-head", null, NOW)));
        assertThat(((DecisionRefused) given.lastTold()).code()).isEqualTo("not-your-action");
        Object proof = GivenFile.example("ownership-proof");
        given.then(decided(Sources.OFFICE_PAGES, decision("take-up", "clerk", "office-clerk", proof, NOW)));
        assertThat(((DecisionRefused) given.lastTold()).code()).isEqualTo("wrong-evidence");
    }

    @Test
    void an_action_of_another_stage_is_refused_as_illegal() {
        given.then(decided(
                Sources.OFFICE_PAGES,
                new TaskDecided(
                        given.opening("take-up"),
                        "draft-permit",
                        "clerk",
                        List.of(signed("clerk", "office-clerk")),
                        null,
                        List.of(),
                        NOW)));
        assertThat(((DecisionRefused) given.lastTold()).code()).isEqualTo("illegal-in-stage");
    }

    @Test
    void nobody_judges_what_he_had_a_hand_in() {
        Object proof = GivenFile.example("ownership-proof");
        given.then(decided(Sources.OFFICE_PAGES, decision("take-up", "clerk", "office-clerk", null, NOW)));
        learnsOfItsPapers(KnownPapers.complete(given.body().process()));
        given.then(decided(Sources.OFFICE_PAGES, decision("pass-scans", "clerk", "office-clerk", null, NOW)));
        given.then(decided(Sources.OFFICE_PAGES, decision("confirm-ownership", "clerk", "office-clerk", proof, NOW)));
        Object fee = GivenFile.example("office-fee");
        given.then(decided(Sources.OFFICE_PAGES, decision("record-office-fee", "clerk", "office-clerk", fee, NOW)));
        Object visit = GivenFile.example("site-visit");
        given.then(decided(Sources.OFFICE_PAGES, decision("record-visit", "clerk", "office-inspector", visit, NOW)));
        assertThat(((DecisionRefused) given.lastTold()).code()).isEqualTo("separation-of-duties");
        assertThat(given.body().stage()).isEqualTo("inspection-scheduled");
    }

    @Test
    void a_return_without_written_reasons_is_refused() {
        given.then(decided(Sources.OFFICE_PAGES, decision("take-up", "clerk", "office-clerk", null, NOW)));
        given.then(decided(Sources.OFFICE_PAGES, decision("report-deficiency", "clerk", "office-clerk", null, NOW)));
        assertThat(((DecisionRefused) given.lastTold()).code()).isEqualTo("reasons-required");
        learnsOfItsPapers(KnownPapers.asked(given.body().process()));
        given.then(decided(
                Sources.OFFICE_PAGES,
                new TaskDecided(
                        given.opening("report-deficiency"),
                        "report-deficiency",
                        "clerk",
                        List.of(signed("clerk", "office-clerk")),
                        null,
                        List.of(new Reason("deed", "a page is missing")),
                        NOW)));
        assertThat(given.body().stage()).isEqualTo("documents-deficient");
        assertThat(given.body().lastRefusal()).isNull();
    }

    private void learnsOfItsPapers(PapersStanding standing) {
        Ruling.Moved learned = (Ruling.Moved) GivenFile.JUDGE.learn(given.page(), PapersStanding.KIND, standing, NOW);
        given.then(Verdict.changed(learned.file(), learned.events()));
    }

    private Verdict<ir.parvaneh.application.file.ApplicationFile> decided(String source, TaskDecided decided) {
        return verdicts.on(given.page(), source, decided, NOW);
    }

    private TaskDecided decision(String action, String person, String role, Object evidence, Instant at) {
        return new TaskDecided(
                given.opening(action), action, person, List.of(signed(person, role)), evidence, List.of(), at);
    }

    private static Signature signed(String person, String role) {
        return new Signature(person, role, NOW, null);
    }
}
