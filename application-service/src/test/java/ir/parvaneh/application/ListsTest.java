package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListsTest {

    private final Person owner = Person.citizen("citizen-" + UUID.randomUUID());

    @Test
    void my_files_come_newest_first_page_after_page_and_each_once() {
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            filed.addFirst(FileStory.drafted(owner).id);
        }
        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String after = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            Answer page = CITY.get(owner, "/v1/applications?limit=2" + after).is(200);
            listed.addAll(ids(page));
            cursor = page.text("/nextCursor");
        }
        assertThat(listed).containsExactlyElementsOf(filed);
    }

    @Test
    void a_poller_gets_what_changed_since_oldest_first() {
        FileStory first = FileStory.drafted(owner);
        FileStory second = FileStory.drafted(owner);
        first.acts("submit").is(200);
        String since = second.seen().text("/changedAt");
        assertThat(ids(CITY.get(owner, "/v1/applications?changedSince=" + since)))
                .containsExactly(second.id, first.id);
        CITY.get(owner, "/v1/applications?changedSince=yesterday").isProblem(400, "parameter-invalid");
    }

    @Test
    void a_poller_goes_on_where_he_ended_until_all_is_older_than_the_overlap() {
        FileStory file = FileStory.drafted(owner);
        String since = file.seen().text("/changedAt");
        Answer first = CITY.get(owner, "/v1/applications?changedSince=" + since).is(200);
        assertThat(Instant.parse(first.text("/nextSince"))).isBefore(Instant.parse(since));
        Answer again = CITY.get(owner, "/v1/applications?changedSince=" + first.text("/nextSince"))
                .is(200);
        assertThat(ids(again)).containsExactly(file.id);
        assertThat(CITY.get(owner, "/v1/applications").is(200).text("/nextSince"))
                .isNull();
    }

    @Test
    void files_are_found_by_stage_outcome_and_code() {
        FileStory kept = FileStory.drafted(owner);
        FileStory gone = FileStory.drafted(owner);
        gone.acts(owner, "withdraw", null, List.of()).is(200);
        assertThat(ids(CITY.get(owner, "/v1/applications?stage=draft"))).containsExactly(kept.id);
        assertThat(ids(CITY.get(owner, "/v1/applications?outcome=withdrawn"))).containsExactly(gone.id);
        assertThat(ids(CITY.get(owner, "/v1/applications?outcome=open"))).containsExactly(kept.id);
        String code = gone.seen().text("/trackingCode");
        assertThat(ids(CITY.get(Person.AUDITOR, "/v1/applications?q=" + code))).containsExactly(gone.id);
        assertThat(ids(CITY.get(owner, "/v1/applications?q=7-1-12-4-0-0-0"))).contains(kept.id, gone.id);
        assertThat(ids(CITY.get(owner, "/v1/applications?district=8"))).isEmpty();
        CITY.get(owner, "/v1/applications?limit=101").isProblem(400, "limit-out-of-range");
    }

    @Test
    void office_and_district_list_their_own_and_may_not_ask_for_another() {
        FileStory story = FileStory.submitted();
        Person clerk = Person.atOffice("office-clerk", FileStory.OFFICE);
        Person expert = Person.atDistrict("district-expert", 7);
        assertThat(ids(CITY.get(clerk, "/v1/applications?limit=100"))).contains(story.id);
        assertThat(ids(CITY.get(expert, "/v1/applications?limit=100"))).contains(story.id);
        assertThat(ids(CITY.get(Person.atOffice("office-clerk", "office-050"), "/v1/applications")))
                .isEmpty();
        assertThat(ids(CITY.get(clerk, "/v1/applications?office=office-050"))).isEmpty();
        assertThat(ids(CITY.get(expert, "/v1/applications?district=8"))).isEmpty();
    }

    @Test
    void todo_shows_what_waits_for_me_with_its_due_date() {
        FileStory story = FileStory.drafted(owner);
        Answer todo = CITY.get(owner, "/v1/me/todo").is(200);
        assertThat(todo.text("/items/0/applicationId")).isEqualTo(story.id);
        assertThat(todo.text("/items/0/task/stage")).isEqualTo("draft");
        assertThat(todo.text("/items/0/dueAt")).isNotBlank();
        story.acts("submit").is(200);
        assertThat(CITY.get(owner, "/v1/me/todo").body().get("items").isEmpty()).isTrue();
    }

    private static List<String> ids(Answer answer) {
        return answer.is(200)
                .body()
                .get("items")
                .valueStream()
                .map((JsonNode one) -> one.get("id").asString())
                .toList();
    }
}
