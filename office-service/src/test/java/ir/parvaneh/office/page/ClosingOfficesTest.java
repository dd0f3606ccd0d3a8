package ir.parvaneh.office.page;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.desk.DeskMove;
import ir.parvaneh.chassis.desk.Signatory;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.office.visit.SiteVisit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ClosingOfficesTest {
    private static final String INSPECTOR = "office-inspector";
    private static final String FILE = "file-1";

    private final OfficeHouse house =
            new OfficeHouse(Map.of("office-1", OfficeHouse.office("amir"), "office-2", OfficeHouse.office("cyrus")));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void who_was_to_visit_is_drawn_anew_where_the_file_goes() {
        house.registered(FILE, "office-1");
        house.entered(FILE, 3, "inspection-scheduled", "record-visit", INSPECTOR);
        assertThat(assigned(3)).containsEntry(INSPECTOR, "amir");

        house.closes("office-1");
        assertThat(house.page(FILE).officeId()).isEqualTo("office-2");
        assertThat(assigned(3)).containsEntry(INSPECTOR, "cyrus");
        assertThat(claim(3, "cyrus")).isInstanceOf(DeskMove.Moved.class);
        assertThat(claim(3, "amir")).isInstanceOf(DeskMove.Refused.class);
        SiteVisit visit = house.page(FILE).visit();
        assertThat(visit.inspectorId()).isEqualTo("cyrus");
        assertThat(visit.status()).isEqualTo(SiteVisit.Status.PROPOSED);
        assertThat(house.told(FILE))
                .containsExactly(
                        "office-assigned",
                        "inspector-drawn",
                        "visit-proposed",
                        "office-assigned",
                        "inspector-drawn",
                        "visit-proposed");
    }

    @Test
    void a_report_that_is_due_is_written_where_the_file_goes_and_whose_the_visit_was_stays() {
        visited();
        house.closes("office-1");
        assertThat(assigned(4)).containsEntry(INSPECTOR, "cyrus");
        assertThat(house.page(FILE).visit().inspectorId()).isEqualTo("amir");
        assertThat(house.told(FILE)).endsWith("visit-recorded", "office-assigned", "inspector-drawn");
    }

    @Test
    void a_report_returned_after_the_file_went_elsewhere_is_not_kept_for_who_stayed_behind() {
        visited();
        house.left(FILE, 4, "inspection-reported", "submit-inspection-report", "amir");
        house.closes("office-1");
        house.entered(FILE, 7, "inspection-reported", "submit-inspection-report", INSPECTOR);
        assertThat(assigned(7)).containsEntry(INSPECTOR, "cyrus");
    }

    @Test
    void an_office_that_has_nobody_to_send_keeps_the_task_for_nobody() {
        OfficeHouse empty =
                new OfficeHouse(Map.of("office-1", OfficeHouse.office("amir"), "office-2", OfficeHouse.office()));
        try (empty) {
            empty.registered(FILE, "office-1");
            empty.entered(FILE, 3, "inspection-scheduled", "record-visit", INSPECTOR);
            empty.closes("office-1");
            assertThat(empty.page(FILE).desk().find(3).map(Task::assigned)).contains(Map.of());
            assertThat(empty.page(FILE).visit()).isNull();
        }
    }

    private void visited() {
        house.registered(FILE, "office-1");
        house.entered(FILE, 3, "inspection-scheduled", "record-visit", INSPECTOR);
        house.left(FILE, 3, "inspection-scheduled", "record-visit", "amir");
        house.entered(FILE, 4, "inspection-reported", "submit-inspection-report", INSPECTOR);
        assertThat(assigned(4)).containsEntry(INSPECTOR, "amir");
    }

    private Map<String, String> assigned(long opening) {
        return house.page(FILE).desk().find(opening).orElseThrow().assigned();
    }

    private DeskMove claim(long opening, String personId) {
        var who = new Signatory(personId, Set.of(INSPECTOR), null, false);
        return house.page(FILE).desk().claimed(opening, who, OfficeHouse.NOW, 99);
    }
}
