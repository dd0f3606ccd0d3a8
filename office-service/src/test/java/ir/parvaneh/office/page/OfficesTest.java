package ir.parvaneh.office.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.office.register.OfficeChoice;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OfficesTest {
    @Test
    void the_least_loaded_office_is_so_by_the_tasks_of_all_replicas() {
        var known = Map.of("office-1", OfficeHouse.office(), "office-2", OfficeHouse.office());
        try (OfficeHouse house = new OfficeHouse(known)) {
            for (String file : new String[] {"a", "b", "c"}) {
                house.registered(file, "office-1");
                house.entered(file, 3, "submitted", "take-up", "office-clerk");
            }
            house.left("c", 3, "submitted", "take-up", "clerk");
            await().until(() -> house.desks.open("office:office-1").block() == 2);

            Offices replica = house.replica();
            replica.count(house.desks).block();
            assertThat(replica.choose(null).map(OfficeChoice.Chosen::officeId)).contains("office-2");
            replica.choose("office-2");
            replica.choose("office-2");
            assertThat(replica.choose(null).map(OfficeChoice.Chosen::officeId)).contains("office-1");
        }
    }
}
