package ir.parvaneh.district.commission;

import static ir.parvaneh.district.commission.DocketStory.EXPERT;
import static ir.parvaneh.district.commission.DocketStory.SECRETARY;
import static ir.parvaneh.district.commission.DocketStory.area;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.store.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeasuringTest {
    private final DocketStory story = DocketStory.referred(area(60, "2024-01-10"));

    private Verdict<Docket> measures(double excess) {
        return Measuring.measure(story.by(EXPERT), new Measuring.Measures(List.of(area(excess, "2024-01-10"))));
    }

    @Test
    void the_bench_of_a_review_fines_what_is_measured_for_it() {
        story.toHearing()
                .decides(1, Outcome.DEMOLITION, Ground.URBAN_PLANNING, 30)
                .objects();
        story.accepts(measures(12));
        assertThat(story.types()).endsWith("violation-measured");
        story.decides(2, Outcome.FINE, null, null, 100);
        assertThat(story.fine()).isEqualTo(4_100_000L * 150 / 100 * 12);
    }

    @Test
    void what_was_drafted_in_review_before_is_void() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 300).objects();
        story.hears(2, Outcome.FINE, null, null, 100).accepts(measures(12));
        assertThat(story.docket().sitting().draft()).isNull();
        assertThat(story.docket().sitting().votes()).isEmpty();
    }

    @Test
    void while_nobody_hears_it_a_decided_violation_is_not_measured() {
        story.toHearing().decides(1, Outcome.FINE, null, null, 300);
        assertThat(story.refuses(measures(12)).code()).isEqualTo("decided-already");
        story.objects().decides(2, Outcome.FINE, null, null, 50);
        assertThat(story.refuses(measures(12)).code()).isEqualTo("decided-already");
        story.does(SECRETARY, "serve-review-decision", story.service());
        assertThat(story.refuses(measures(12)).code()).isEqualTo("decided-already");
    }
}
