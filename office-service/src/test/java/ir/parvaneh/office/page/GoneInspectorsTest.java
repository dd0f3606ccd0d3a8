package ir.parvaneh.office.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.chassis.desk.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GoneInspectorsTest {
    private static final String FILE = "file-1";

    private final OfficeHouse house = new OfficeHouse(Map.of("office-1", OfficeHouse.office("amir")));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void another_one_is_drawn_for_a_visit_whose_inspector_is_gone() {
        scheduled();
        house.claimed(FILE, 3, "amir");
        house.has("office-1", "bahar");
        house.replacesInspectors();
        assertThat(assigned()).isEqualTo("bahar");
        assertThat(task().claim()).isNull();
        assertThat(house.page(FILE).visit().inspectorId()).isEqualTo("bahar");
        assertThat(house.told(FILE)).endsWith("task-claimed", "inspector-drawn", "visit-proposed");
    }

    @Test
    void who_is_still_there_keeps_his_visit() {
        scheduled();
        List<String> told = house.told(FILE);
        house.has("office-1", "amir", "bahar");
        house.replacesInspectors();
        assertThat(assigned()).isEqualTo("amir");
        assertThat(house.told(FILE)).isEqualTo(told);
    }

    @Test
    void an_office_without_inspectors_waits_until_it_has_one() {
        house.has("office-1");
        scheduled();
        house.replacesInspectors();
        assertThat(assigned()).isNull();
        house.has("office-1", "bahar");
        house.replacesInspectors();
        assertThat(assigned()).isEqualTo("bahar");
    }

    private void scheduled() {
        house.registered(FILE, "office-1");
        house.entered(FILE, 3, "inspection-scheduled", "record-visit", "office-inspector");
        await().until(() -> house.desks.open("office:office-1").block() == 1);
    }

    private Task task() {
        return house.page(FILE).desk().find(3).orElseThrow();
    }

    private String assigned() {
        return task().assigned().get("office-inspector");
    }
}
