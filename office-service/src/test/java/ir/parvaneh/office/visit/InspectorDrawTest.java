package ir.parvaneh.office.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InspectorDrawTest {
    private static final List<String> INSPECTORS = List.of("amir", "bahar", "cyrus");

    @Test
    void a_draw_can_be_repeated_whatever_the_order_of_the_list() {
        var drawn = InspectorDraw.draw("file-1:9", INSPECTORS, Set.of()).orElseThrow();
        assertThat(InspectorDraw.draw("file-1:9", INSPECTORS.reversed(), Set.of()))
                .contains(drawn);
    }

    @Test
    void somebody_with_a_conflict_of_interest_is_never_drawn_and_is_named() {
        for (int file = 0; file < 200; file++) {
            var drawn = InspectorDraw.draw("file-" + file, INSPECTORS, Set.of("bahar", "stranger"))
                    .orElseThrow();
            assertThat(drawn.inspectorId()).isNotEqualTo("bahar");
            assertThat(drawn.excluded()).containsExactly("bahar");
        }
    }

    @Test
    void every_inspector_gets_his_share_of_visits() {
        var shares = IntStream.range(0, 3000)
                .mapToObj(file -> InspectorDraw.draw("file-" + file, INSPECTORS, Set.of())
                        .orElseThrow()
                        .inspectorId())
                .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        assertThat(shares.values()).hasSize(3).allSatisfy(share -> assertThat(share)
                .isBetween(900L, 1100L));
    }

    @Test
    void an_office_whose_inspectors_are_all_excluded_draws_nobody() {
        assertThat(InspectorDraw.draw("file-1", INSPECTORS, Set.copyOf(INSPECTORS)))
                .isEmpty();
    }
}
