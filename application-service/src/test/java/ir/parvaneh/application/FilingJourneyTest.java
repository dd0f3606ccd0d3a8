package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FilingJourneyTest {

    @Test
    void a_draft_is_submitted_and_the_office_carries_it_to_the_district() {
        FileStory story = FileStory.submitted();
        story.decides("take-up", "pass-scans", "confirm-ownership", "record-office-fee", "record-visit");
        assertThat(story.seen().text("/stage")).isEqualTo("inspection-reported");
        assertThat(story.seen().text("/holder")).isEqualTo("office");
        story.decides("submit-inspection-report", "approve-inspection", "confirm-status", "issue-plan-order");
        assertThat(story.seen().text("/stage")).isEqualTo("design");
    }

    @Test
    void the_timeline_tells_every_step_and_names_nobody() {
        FileStory story = FileStory.submitted().decides("take-up");
        JsonNode items =
                CITY.get(story.owner, story.path() + "/timeline").is(200).body().get("items");
        assertThat(items.valueStream().map(one -> one.get("type").asString()))
                .containsExactly(
                        "file-registered",
                        "begun",
                        "stage-entered",
                        "stage-left",
                        "stage-entered",
                        "fact-learned",
                        "stage-left",
                        "stage-entered");
        assertThat(items.valueStream().map(one -> one.get("number").asLong()))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(items.get(3).at("/actionTitle/en").asString()).isEqualTo("submit");
        assertThat(items.toString()).doesNotContain(story.owner.id());
    }

    @Test
    void the_timeline_comes_in_pages() {
        FileStory story = FileStory.submitted();
        Answer first = CITY.get(story.owner, story.path() + "/timeline?limit=3").is(200);
        assertThat(first.body().get("items").size()).isEqualTo(3);
        String cursor = first.text("/nextCursor");
        Answer rest = CITY.get(story.owner, story.path() + "/timeline?limit=3&cursor=" + cursor)
                .is(200);
        assertThat(rest.body().at("/items/0/number").asLong()).isEqualTo(4);
        assertThat(rest.text("/nextCursor")).isNull();
    }

    @Test
    void the_clock_says_whose_time_it_takes() {
        FileStory story = FileStory.submitted().decides("take-up");
        Answer clock = CITY.get(story.owner, story.path() + "/clock").is(200);
        assertThat(clock.body().get("holders").propertyNames()).containsExactlyInAnyOrder("owner", "office");
        assertThat(clock.body().get("late").asBoolean()).isFalse();
    }

    @Test
    void a_decision_on_a_stage_that_is_gone_is_refused_as_stale() {
        FileStory story = FileStory.submitted();
        long gone = story.open("take-up").get("opening").asLong();
        story.decides("take-up").decide("take-up", gone);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "stale-task".equals(story.seen().text("/lastRefusal/code")));
        assertThat(story.seen().text("/stage")).isEqualTo("scan-check");
    }

    @Test
    void whoever_has_the_tracking_code_sees_the_stage_and_no_person() {
        FileStory story = FileStory.drafted();
        String code = story.seen().text("/trackingCode");
        Answer tracked = CITY.get(null, "/v1/tracking/" + code).is(200);
        assertThat(tracked.text("/stage")).isEqualTo("draft");
        assertThat(tracked.body().propertyNames())
                .containsExactlyInAnyOrder("stage", "title", "holder", "since", "dueAt", "promisedOn", "outcome");
        CITY.get(null, "/v1/tracking/NOSUCHCODE").isProblem(404, "not-found");
    }
}
