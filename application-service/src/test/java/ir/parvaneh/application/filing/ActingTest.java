package ir.parvaneh.application.filing;

import static ir.parvaneh.application.file.GivenFile.OWNER;
import static ir.parvaneh.application.file.GivenFile.START;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.application.file.Learning;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.process.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ActingTest {

    private final Acting acting = new Acting(GivenFile.JUDGE, GivenFile.PROCESS.schemas());
    private final GivenFile given = new GivenFile();

    @Test
    void the_owner_submits_and_the_file_goes_to_the_office() {
        given.then(act(OWNER, "submit", GivenFile.example("submission")));
        assertThat(given.body().stage()).isEqualTo("submitted");
        assertThat(given.types())
                .containsExactly("file-registered", "begun", "stage-entered", "stage-left", "stage-entered");
        assertThat(given.body().process().main().opening()).isEqualTo(5);
        assertThat(given.body().changed()).isEqualTo(2);
        assertThat(given.body().filedAt()).isEqualTo(START);
    }

    @Test
    void a_stranger_finds_nothing_and_an_office_may_look_but_not_act() {
        assertThat(refusal(act(caller("stranger", "citizen", null), "submit", null)))
                .isEqualTo("not-found");
        given.then(Verdict.changed(given.body().at("office-017")));
        assertThat(refusal(act(caller("clerk", "office-clerk", "office-017"), "withdraw", null)))
                .isEqualTo("forbidden");
    }

    @Test
    void what_a_caller_saw_is_checked_before_what_he_asks() {
        ActionRequest nonsense = new ActionRequest("no-such-action", null, null, List.of());
        Optional<Refusal> stale = Optional.of(new Refusal("stale-version"));
        assertThat(refusal(acting.act(given.page(), OWNER, stale, nonsense, Learning.NOTHING, START)))
                .isEqualTo("stale-version");
    }

    @Test
    void desks_and_the_clock_act_through_their_own_doors_only() {
        given.then(act(OWNER, "submit", GivenFile.example("submission")));
        assertThat(refusal(act(OWNER, "take-up", null))).isEqualTo("forbidden");
        assertThat(refusal(act(OWNER, "expire-slip", null))).isEqualTo("illegal-in-stage");
    }

    @Test
    void whoever_withdraws_has_ended_the_file() {
        given.then(act(OWNER, "withdraw", null));
        assertThat(given.body().outcome()).isEqualTo("withdrawn");
        assertThat(given.types()).endsWith("stage-left", "ended");
        assertThat(refusal(act(OWNER, "withdraw", null))).isEqualTo("file-ended");
    }

    private Verdict<ApplicationFile> act(Caller caller, String action, JsonNode evidence) {
        ActionRequest request = new ActionRequest(action, null, evidence, List.<Reason>of());
        return acting.act(given.page(), caller, Optional.empty(), request, Learning.NOTHING, START);
    }

    private static Caller caller(String id, String role, String office) {
        return new Caller(id, Set.of(role), office, null, null);
    }

    private static String refusal(Verdict<ApplicationFile> verdict) {
        return ((Verdict.Refused<ApplicationFile>) verdict).refusal().code();
    }
}
