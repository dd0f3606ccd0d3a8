package ir.parvaneh.office.register;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.office.register.OfficeChoice.Chosen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OfficeChoiceTest {
    private static final List<String> ACTIVE = List.of("office-001", "office-002", "office-003");

    @Test
    void the_citizens_wish_comes_first() {
        assertThat(OfficeChoice.choose("office-002", ACTIVE, Map.of("office-002", 500L)))
                .contains(new Chosen("office-002", "citizen-choice"));
    }

    @Test
    void a_wish_for_an_office_that_is_not_active_falls_to_the_least_loaded() {
        assertThat(OfficeChoice.choose(
                        "office-009", ACTIVE, Map.of("office-001", 3L, "office-002", 1L, "office-003", 2L)))
                .contains(new Chosen("office-002", "least-loaded"));
    }

    @Test
    void an_office_without_tasks_is_the_least_loaded() {
        assertThat(OfficeChoice.choose(null, ACTIVE, Map.of("office-001", 3L, "office-002", 1L)))
                .contains(new Chosen("office-003", "least-loaded"));
    }

    @Test
    void no_active_office_means_no_choice() {
        assertThat(OfficeChoice.choose("office-001", List.of(), Map.of())).isEmpty();
    }
}
