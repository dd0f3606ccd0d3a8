package ir.parvaneh.district.commission;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.Violation;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.district.page.ViolationForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A docket is opened on a file whose stage waits for the commission. */
final class ReferringTest {
    private static final Instant ENTERED = Instant.parse("2025-05-01T06:30:00Z");
    private static final Task WAITING = new Task(
            new StageEntered(9, null, "article-100", null, "commission", null, ENTERED, null, null, List.of(), null),
            Task.State.open,
            null,
            null,
            null,
            ENTERED,
            1);

    private final DocketStory story = new DocketStory();

    private static ViolationForm form(String digest, Double permitted, Double found) {
        var item = new ViolationForm.Item("area", permitted, found);
        var paper = new ViolationForm.Paper("minutes", digest, 2);
        return new ViolationForm("inspector", LocalDate.parse("2025-04-30"), List.of(item), paper, null);
    }

    private static DistrictPage waitsWith(ViolationForm form) {
        return new DistrictPage(
                DocketStory.FILE.file(), new Desk(List.of(WAITING)), false, form, null, null, null, null, null);
    }

    private Long openingOf(Paper paper, DistrictPage known) {
        var item = DocketStory.area(60, "2024-01-10");
        var referral = new Referral("file-1", "inspector", null, paper, List.of(item), "residential");
        story.accepts(DocketStory.COMMISSION.referring().refer(story.page, "expert", known, referral, story.now));
        return story.docket().facts().opening();
    }

    @Test
    void an_experts_docket_about_another_form_does_not_answer_the_stage() {
        assertThat(openingOf(DocketStory.PAPER, waitsWith(form("cd".repeat(32), 1.0, 2.0))))
                .isNull();
    }

    @Test
    void an_experts_docket_about_the_referred_form_does() {
        assertThat(openingOf(DocketStory.PAPER, waitsWith(form(DocketStory.PAPER.digest(), 1.0, 2.0))))
                .isEqualTo(9);
    }

    @Test
    void so_does_one_that_takes_the_referred_form_for_its_own() {
        assertThat(openingOf(null, waitsWith(form("cd".repeat(32), 1.0, 2.0)))).isEqualTo(9);
    }

    @Test
    void where_no_form_is_known_any_does() {
        assertThat(openingOf(DocketStory.PAPER, waitsWith(null))).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "1150, 1210.5, 60.5",
        "0, 1000000, 1000000",
        "0, 1000000.5, 0",
        "1150, 1e30, 0",
        "-1.7e308, 1.7e308, 0",
        "Infinity, Infinity, 0",
        ", 1210.5, 0"
    })
    void a_figure_no_building_has_is_left_to_be_measured(Double permitted, Double found, double excess) {
        DistrictPage known = waitsWith(form("cd".repeat(32), permitted, found));
        story.accepts(DocketStory.COMMISSION.referring().open(story.page, "file-1", known, WAITING, story.now));
        assertThat(story.docket().facts().items()).extracting(Violation::excess).containsExactly(excess);
    }
}
