package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void the_process_is_served_as_the_table_it_is() {
        Answer list = CITY.get(null, "/v1/processes").is(200);
        assertThat(list.text("/items/0/name")).isEqualTo("building-permit");
        Answer table = CITY.get(null, "/v1/processes/building-permit/" + list.text("/items/0/edition"))
                .is(200);
        assertThat(table.text("/stages/0/name")).isEqualTo("draft");
        assertThat(table.text("/stages/0/ifLate")).isEqualTo("abandon");
        assertThat(table.text("/promise")).isEqualTo("22 working days");
        CITY.get(null, "/v1/processes/building-permit/1300-1").isProblem(404, "not-found");
    }

    @Test
    void a_schema_is_public_and_may_be_kept_for_ever() {
        String digest =
                FileStory.drafted().open("submit").at("/evidence/digest").asString();
        Answer schema = CITY.get(null, "/v1/evidence-schemas/" + digest).is(200);
        assertThat(schema.header("Cache-Control")).contains("immutable");
        CITY.get(null, "/v1/evidence-schemas/" + "0".repeat(64)).isProblem(404, "not-found");
    }

    @Test
    void the_interface_describes_itself() {
        Answer page = CITY.get(null, "/v3/api-docs").is(200);
        assertThat(page.body().get("paths").propertyNames())
                .contains(
                        "/v1/applications",
                        "/v1/applications/{id}/actions",
                        "/v1/me/todo",
                        "/v1/tracking/{code}",
                        "/v1/certificates/{serial}/paper",
                        "/v1/verification",
                        "/v1/evidence-schemas/{digest}");
        assertThat(page.body().at("/openapi").asString()).startsWith("3.1");
    }

    @Test
    void nothing_is_answered_to_whoever_asks_for_nothing() {
        CITY.get(Person.OPERATOR, "/v1/ping").is(204);
        CITY.get(null, "/v1/ping").isProblem(401, "token-missing");
    }
}
