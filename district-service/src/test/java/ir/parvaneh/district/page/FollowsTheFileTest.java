package ir.parvaneh.district.page;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.VisitRecorded;
import java.time.Instant;
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

    private Task task(long opening) {
        return page.body().desk().find(opening).orElseThrow();
    }

    private void read(String type, Map<String, Object> data) {
        byte[] json = Shape.json().writeValueAsBytes(data);
        var event = new Incoming("/applications/files", "file", page.version() + 1, "e", type, NOW, null, json);
        if (follows.apply(page, event) instanceof Verdict.Changed<DistrictPage> changed) {
            told = changed.events();
            page = new Page<>("file", page.version() + 1, page.number(), changed.body());
        }
    }
}
