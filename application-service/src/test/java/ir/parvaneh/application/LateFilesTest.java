package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LateFilesTest {

    @AfterEach
    void back_to_the_present() {
        CITY.clock().set(Duration.ZERO);
    }

    @Test
    void a_draft_that_nobody_carries_on_is_abandoned_when_its_term_is_over() {
        FileStory story = FileStory.drafted();
        CITY.clock().set(Duration.ofDays(61));
        story.untilStage("abandoned");
        assertThat(story.seen().text("/outcome")).isEqualTo("abandoned");
        story.acts(story.owner, "submit", null, java.util.List.of()).isProblem(409, "file-ended");
    }

    @Test
    void an_office_that_is_late_keeps_the_file_and_the_deadline_is_recorded_once() {
        FileStory story = FileStory.submitted();
        CITY.clock().set(Duration.ofDays(20));
        await().atMost(Duration.ofSeconds(20)).until(() -> missed(story) == 1);
        CITY.clock().set(Duration.ofDays(40));
        story.decides("take-up");
        assertThat(missed(story)).isEqualTo(1);
        assertThat(CITY.get(story.owner, story.path() + "/clock")
                        .is(200)
                        .body()
                        .at("/holders/office/days")
                        .asLong())
                .isGreaterThanOrEqualTo(39);
    }

    @Test
    void a_decision_made_in_time_counts_though_its_word_comes_after_the_term() {
        FileStory story = FileStory.submitted().decidesUnheard("take-up");
        CITY.clock().set(Duration.ofDays(20));
        story.untilStage("scan-check");
        assertThat(CITY.get(story.owner, story.path() + "/timeline")
                        .is(200)
                        .body()
                        .get("items")
                        .valueStream())
                .filteredOn(one -> one.get("type").asString().equals("deadline-missed"))
                .extracting(one -> one.get("stage").asString())
                .doesNotContain("submitted");
    }

    private static long missed(FileStory story) {
        return CITY.get(story.owner, story.path() + "/timeline")
                .is(200)
                .body()
                .get("items")
                .valueStream()
                .filter(one -> one.get("type").asString().equals("deadline-missed"))
                .count();
    }
}
