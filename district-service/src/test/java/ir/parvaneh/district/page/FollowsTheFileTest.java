package ir.parvaneh.district.page;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.VisitRecorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FollowsTheFileTest {
    private static final Instant NOW = Instant.parse("2025-11-01T08:00:00Z");

    private final FollowsTheFile follows = new FollowsTheFile(() -> NOW);
    private Page<DistrictPage> page = new Page<>("file", 0, 0, DistrictPage.blank());
    private List<NewEvent> told = List.of();

    @ParameterizedTest
    @ValueSource(strings = {"office", "owner", "engineers", "waiting"})
    void what_others_hold_is_no_task_here(String holder) {
        read("stage-entered", Map.of("opening", 2, "stage", "drawing", "holder", holder, "enteredAt", NOW));
        assertThat(page.body().desk().tasks()).isEmpty();
    }

    @Test
    void a_task_of_a_district_lies_on_no_desk_before_the_district_is_known() {
        read("stage-entered", Map.of("opening", 2, "stage", "plan-order", "holder", "district", "enteredAt", NOW));
        assertThat(DistrictPlaces.LENS.desks().apply(page, task(2))).isEmpty();
        read("file-registered", Map.of("ownerId", "o", "requestType", "R", "renovationCode", "7", "districtNo", 7));
        assertThat(DistrictPlaces.LENS.desks().apply(page, task(2))).containsExactly("district:7");
    }

    @Test
    void a_task_of_an_agency_lies_on_that_agencys_desk() {
        read(
                "stage-entered",
                Map.of("opening", 2, "stage", "asked", "holder", "agency", "agency", "utilities", "enteredAt", NOW));
        assertThat(DistrictPlaces.LENS.desks().apply(page, task(2))).containsExactly("agency:utilities");
    }

    @Test
    void a_stage_left_closes_its_task_and_leaves_others_alone() {
        read("stage-entered", Map.of("opening", 2, "stage", "a", "holder", "district", "enteredAt", NOW));
        read("stage-entered", Map.of("opening", 3, "stage", "b", "holder", "commission", "enteredAt", NOW));
        read("stage-left", Map.of("opening", 2, "stage", "a", "holder", "district", "action", "x", "decidedAt", NOW));
        assertThat(task(2).state()).isEqualTo(Task.State.closed);
        assertThat(task(3).state()).isEqualTo(Task.State.open);
    }

    @Test
    void an_action_that_asked_the_citizen_to_come_is_a_visit() {
        read("file-registered", Map.of("ownerId", "o", "requestType", "R", "renovationCode", "7", "districtNo", 7));
        var action = Map.of(
                "name",
                "hear",
                "signedBy",
                List.of("district-expert"),
                "presence",
                "district",
                "reasonsRequired",
                false);
        read(
                "stage-entered",
                Map.of("opening", 3, "stage", "a", "holder", "district", "enteredAt", NOW, "actions", List.of(action)));
        read(
                "stage-left",
                Map.of("opening", 3, "stage", "a", "holder", "district", "action", "hear", "decidedAt", NOW));
        assertThat(told)
                .extracting(NewEvent::data)
                .containsExactly(new VisitRecorded("district", "district-7", "hear", false, NOW));
    }

    @Test
    void a_docket_is_due_from_the_stage_that_waits_to_the_word_that_it_was_opened() {
        read("file-registered", Map.of("ownerId", "o", "requestType", "R", "renovationCode", "7", "districtNo", 7));
        read("stage-entered", Map.of("opening", 2, "stage", "stop-work", "holder", "district", "enteredAt", NOW));
        read("stage-left", referral(2));
        assertThat(due()).isEmpty();
        read("stage-entered", Map.of("opening", 4, "stage", "article-100", "holder", "commission", "enteredAt", NOW));
        assertThat(due()).containsOnlyKeys("docketDue");
        assertThat(page.body().leftBy()).isEqualTo("expert");
        assertThat(page.body().violation().stoppedOn()).isEqualTo("2025-11-01");
        read(Sources.DOCKETS, "docket-opened", Map.of("formDigest", "ab", "opening", 4));
        assertThat(due()).isEmpty();
        read(Sources.DOCKETS, "docket-closed", Map.of("outcome", "referral-withdrawn"));
        assertThat(due()).as("one docket for each opening").isEmpty();
        read("stage-left", left(4, "article-100", "commission", "judge"));
        read("stage-entered", Map.of("opening", 6, "stage", "article-100", "holder", "commission", "enteredAt", NOW));
        assertThat(due()).containsOnlyKeys("docketDue");
    }

    @Test
    void without_a_form_nothing_is_due_and_another_commission_waits_for_no_docket() {
        read("file-registered", Map.of("ownerId", "o", "requestType", "R", "renovationCode", "7", "districtNo", 7));
        read("stage-entered", Map.of("opening", 2, "stage", "article-100", "holder", "commission", "enteredAt", NOW));
        assertThat(due()).isEmpty();
        read("stage-left", left(2, "article-100", "commission", "judge"));
        read("stage-entered", Map.of("opening", 4, "stage", "stop-work", "holder", "district", "enteredAt", NOW));
        read("stage-left", referral(4));
        read("stage-entered", Map.of("opening", 6, "stage", "review", "holder", "commission", "enteredAt", NOW));
        assertThat(due()).isEmpty();
    }

    @Test
    void the_use_is_what_the_file_last_spoke_of_wherever_it_stood() {
        read("begun", Map.of("evidence", Map.of("content", Map.of("usage", "office"))));
        assertThat(page.body().usage()).isEqualTo("office");
        Map<String, Object> odd = left(3, "drawing", "engineers", "designer");
        odd.put("evidence", Map.of("content", Map.of("usage", List.of("a", "b"))));
        read("stage-left", odd);
        assertThat(page.body().usage()).isEqualTo("office");
        assertThat(page.body().leftBy()).as("no violation is known").isNull();
    }

    private static Map<String, Object> left(long opening, String stage, String holder, String who) {
        return new HashMap<>(Map.of(
                "opening",
                opening,
                "stage",
                stage,
                "holder",
                holder,
                "action",
                "x",
                "preparedBy",
                who,
                "decidedAt",
                NOW));
    }

    private static Map<String, Object> referral(long opening) {
        Map<String, Object> left = left(opening, "stop-work", "district", "expert");
        var form = Map.of("kind", "form", "digest", "ab", "pages", 1);
        var content = Map.of("foundOn", "2025-10-30", "items", List.of(Map.of("kind", "usage")), "form", form);
        left.put("evidence", Map.of("schema", "violation-form", "digest", "d", "content", content));
        return left;
    }

    private Map<String, Object> due() {
        return DistrictPages.definition().found().apply(page.body());
    }

    private Task task(long opening) {
        return page.body().desk().find(opening).orElseThrow();
    }

    private void read(String type, Map<String, Object> data) {
        read(Sources.FILES, type, data);
    }

    private void read(String source, String type, Map<String, Object> data) {
        byte[] json = Shape.json().writeValueAsBytes(data);
        String aggregate = source.equals(Sources.DOCKETS) ? "file.d1" : "file";
        var event = new Incoming(source, aggregate, page.version() + 1, "e", type, NOW, null, json);
        if (follows.apply(page, event) instanceof Verdict.Changed<DistrictPage> changed) {
            told = changed.events();
            page = new Page<>("file", page.version() + 1, page.number(), changed.body());
        }
    }
}
