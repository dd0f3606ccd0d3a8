package ir.parvaneh.office.register;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.ConflictsDeclared;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConflictsTest {
    private static final String PLOT = "7-1-12-4-0-0-0";
    private static final List<String> TYPED = List.of("۷-۱-۱۲-۴-۰-۰-۰", "07-1-012-4-0-0-0");

    @Test
    void a_plot_is_kept_and_told_in_its_canonical_text_however_it_was_typed() {
        var page = new Page<>("office-1", 1, 1, office(List.of()));
        var declared = (Verdict.Changed<Office>) OfficeDecisions.declare(page, "amir", TYPED, List.of(), "amir");
        assertThat(declared.body().people().getFirst().conflictPlots()).containsExactly(PLOT);
        assertThat(declared.events().getFirst().data())
                .isEqualTo(new ConflictsDeclared("amir", List.of(PLOT), List.of(), "amir"));
        assertThat(declared.body().conflicted(PLOT, Set.of())).containsExactly("amir");
    }

    @Test
    void a_plot_that_was_stored_as_typed_is_recognised() {
        for (String typed : TYPED) {
            String stored = "{\"personId\":\"amir\",\"conflictPlots\":[\"" + typed + "\"]}";
            Office.Person person = Shape.json().readValue(stored, Office.Person.class);
            assertThat(person.conflicted(PLOT, Set.of())).as(typed).isTrue();
        }
    }

    private static Office office(List<String> plots) {
        var person = new Office.Person("amir", List.of("office-inspector"), plots, List.of());
        return new Office("an office", 7, Office.Status.ACTIVE, List.of(person));
    }
}
