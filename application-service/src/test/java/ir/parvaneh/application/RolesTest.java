package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RolesTest {

    private static FileStory story;

    private static FileStory file() {
        if (story == null) {
            story = FileStory.submitted();
        }
        return story;
    }

    /** Who reads a file of office-017 in district 7, who lists files at all, and who acts on it as its owner. */
    @ParameterizedTest(name = "{0} of {1}{2}: reads {3}, acts {4}, lists {5}, files {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "citizen,               -,          -,  404, 404, 200, 201",
                "office-clerk,          office-017, -,  200, 403, 200, 403",
                "office-inspector,      office-017, -,  200, 403, 200, 403",
                "office-head,           office-017, -,  200, 403, 200, 403",
                "office-clerk,          office-018, -,  404, 404, 200, 403",
                "district-expert,       -,          7,  200, 403, 200, 403",
                "district-deputy,       -,          7,  200, 403, 200, 403",
                "district-expert,       -,          8,  404, 404, 200, 403",
                "auditor,               -,          -,  200, 403, 200, 403",
                "service,               -,          -,  200, 403, 200, 403",
                "operator,              -,          -,  404, 404, 403, 403",
                "engineer,              -,          -,  404, 404, 403, 403",
                "agency,                -,          -,  404, 404, 403, 403",
                "commission-member,     -,          -,  404, 404, 403, 403"
            })
    void each_role_reads_and_does_what_is_its_own(
            String role, String office, Integer district, int reads, int acts, int lists, int files) {
        Person person = new Person("somebody-" + role, role, office, district, null);
        assertThat(CITY.get(person, file().path()).status()).isEqualTo(reads);
        assertThat(CITY.get(person, file().path() + "/timeline").status()).isEqualTo(reads);
        assertThat(CITY.get(person, file().path() + "/clock").status()).isEqualTo(reads);
        assertThat(file().acts(person, "withdraw", null, List.of()).status()).isEqualTo(acts);
        assertThat(CITY.get(person, "/v1/applications").status()).isEqualTo(lists);
        var draft = FileStory.draft("7-1-12-4-0-0-0", 7);
        assertThat(CITY.post(person, "/v1/applications", draft).status()).isEqualTo(files);
    }

    @Test
    void doors_of_services_and_operators_are_closed_to_others() {
        CITY.get(file().owner, "/internal/people/x").isProblem(403, "forbidden");
        CITY.get(file().owner, "/internal/heads?source=/applications/files").isProblem(403, "forbidden");
        CITY.get(file().owner, "/v1/operations/application/status").isProblem(403, "forbidden");
        CITY.get(Person.OPERATOR, "/v1/operations/application/status").is(200);
    }

    @Test
    void a_file_lists_its_actions_with_the_reason_why_they_are_closed() {
        JsonNode actions = file().seen().body().get("actions");
        JsonNode takeUp = actions.valueStream()
                .filter(one -> one.get("name").asString().equals("take-up"))
                .findFirst()
                .orElseThrow();
        assertThat(takeUp.get("may").asBoolean()).isFalse();
        assertThat(takeUp.at("/why/en").asString()).isEqualTo("This action is not yours to take.");
        Person clerk = Person.atOffice("office-clerk", FileStory.OFFICE);
        assertThat(CITY.get(clerk, file().path())
                        .body()
                        .get("actions")
                        .valueStream()
                        .filter(one -> one.get("may").asBoolean())
                        .map(one -> one.get("name").asString()))
                .containsExactly("take-up");
    }

    @Test
    void an_attorney_acts_once_his_power_names_municipality_and_permit() {
        FileStory own = FileStory.drafted();
        Person attorney = Person.citizen("attorney-" + UUID.randomUUID());
        String path = own.path() + "/representatives";
        CITY.post(attorney, path, attorney(attorney, "municipality", "take-permit"))
                .isProblem(404, "not-found");
        CITY.post(own.owner, path, attorney(attorney, "municipality")).isProblem(422, "power-of-attorney-lacking");
        CITY.post(own.owner, path, attorney(attorney, "municipality", "take-permit"))
                .is(201);
        CITY.post(own.owner, path, attorney(attorney, "municipality", "take-permit"))
                .isProblem(422, "already-a-party");
        assertThat(todo(attorney)).contains(own.id);
        own.acts(attorney, "submit", FileStory.evidence(own.open("submit")), List.of())
                .is(200);
        assertThat(list(attorney)).contains(own.id);
        String etag = own.seen().etag();
        CITY.delete(own.owner, path + "/" + attorney.id(), "If-Match", etag).is(204);
        CITY.get(attorney, own.path()).isProblem(404, "not-found");
        assertThat(list(attorney)).doesNotContain(own.id);
    }

    private static Map<String, Object> attorney(Person person, String... powers) {
        Map<String, Object> paper = Map.of("kind", "power-of-attorney", "digest", "ab".repeat(32), "pages", 2);
        return Map.of("personId", person.id(), "kind", "attorney", "proof", paper, "powers", List.of(powers));
    }

    private static String todo(Person person) {
        return CITY.get(person, "/v1/me/todo").is(200).raw().body();
    }

    private static String list(Person person) {
        return CITY.get(person, "/v1/applications").is(200).raw().body();
    }
}
