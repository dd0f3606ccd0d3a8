package ir.parvaneh.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiPagesTest {
    private static final String APPLICATION = """
            {"openapi": "3.1.0",
             "paths": {
               "/v1/applications": {"post": {"operationId": "file", "security": [], "responses": {"200": {"content": {
                   "application/json": {"schema": {"$ref": "#/components/schemas/File"}}}}}}},
               "/v1/ping": {"get": {"operationId": "ping"}},
               "/internal/heads": {"get": {"operationId": "heads"}}},
             "components": {"schemas": {
               "File": {"type": "object", "properties": {"title": {"$ref": "#/components/schemas/Titles"},
                        "task": {"$ref": "#/components/schemas/Task"}}},
               "Task": {"type": "object", "properties": {"opening": {"type": "integer"}}},
               "Wrap": {"$ref": "#/components/schemas/Task"},
               "Titles": {"type": "object", "properties": {"fa": {"type": "string"}}}}}}
            """;
    private static final String OFFICE = """
            {"openapi": "3.1.0",
             "paths": {
               "/v1/tasks": {"get": {"operationId": "file", "responses": {"200": {"content": {
                   "application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Wrap"}}}}}}}},
               "/v1/ping": {"get": {"operationId": "other"}}},
             "components": {"schemas": {
               "Task": {"oneOf": [{"$ref": "#/components/schemas/Titles"}],
                        "discriminator": {"mapping": {"t": "#/components/schemas/Titles"}}},
               "Wrap": {"$ref": "#/components/schemas/Task"},
               "Titles": {"type": "object", "properties": {"fa": {"type": "string"}}}}}}
            """;

    private final Roads roads = new Roads(false);

    private JsonNode merged() {
        ApiMerge merge = new ApiMerge((service, path) -> roads.leads(path, service));
        merge.add("application", JsonMapper.shared().readTree(APPLICATION));
        return merge.add("office", JsonMapper.shared().readTree(OFFICE)).page(java.util.List.of());
    }

    @Test
    void only_what_can_be_reached_is_described_and_by_the_service_that_answers() {
        assertThat(merged().path("paths").propertyNames())
                .containsExactlyInAnyOrder("/v1/applications", "/v1/ping", "/v1/tasks");
        assertThat(merged().at("/paths/~1v1~1ping/get/operationId").asString()).isEqualTo("ping");
    }

    @Test
    void a_component_that_is_the_same_everywhere_stays_one() {
        assertThat(merged().at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("File", "Task", "Wrap", "Titles", "OfficeTask", "OfficeWrap");
    }

    @Test
    void a_taken_name_is_changed_where_it_is_defined_and_wherever_it_is_meant_even_through_others() {
        String items = "/paths/~1v1~1tasks/get/responses/200/content/application~1json/schema/items/$ref";
        assertThat(merged().at(items).asString()).isEqualTo("#/components/schemas/OfficeWrap");
        assertThat(merged().at("/components/schemas/OfficeWrap/$ref").asString())
                .isEqualTo("#/components/schemas/OfficeTask");
        assertThat(merged().at("/components/schemas/Wrap/$ref").asString()).isEqualTo("#/components/schemas/Task");
    }

    @Test
    void no_operation_id_stands_twice() {
        assertThat(merged().findValuesAsString("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void the_page_names_who_was_away_and_completes_itself_later() throws Exception {
        try (Issuer issuer = new Issuer();
                Upstream application = Upstream.answering(asked -> Upstream.Answer.json(APPLICATION));
                Upstream office = Upstream.answering(asked -> Upstream.Answer.json(OFFICE));
                Upstream empty = Upstream.answering(asked -> Upstream.Answer.json("{}"))) {
            office.away();
            Map<String, String> services = Map.of(
                    "application", application.address(),
                    "office", office.address(),
                    "district", empty.address(),
                    "notification", empty.address());
            try (Doorway door = Doorway.open(issuer, services)) {
                HttpResponse<String> partial = Doorway.send(door.to("/v3/api-docs"));
                JsonNode page = JsonMapper.shared().readTree(partial.body());
                assertThat(page.path("openapi").asString()).isEqualTo("3.1.0");
                assertThat(page.path("x-away").toString()).isEqualTo("[\"office\"]");
                office.back();
                await().atMost(Duration.ofSeconds(10))
                        .until(() ->
                                Doorway.send(door.to("/v3/api-docs")).body().contains("/v1/tasks"));
                assertThat(Doorway.send(door.to("/docs")).body()).contains("/docs/start.js");
                assertThat(Doorway.send(door.to("/docs/start.js")).body()).contains("/v3/api-docs");
                assertThat(Doorway.send(door.to("/docs/ui/swagger-ui.css")).statusCode())
                        .isEqualTo(200);
                assertThat(Doorway.send(door.to("/actuator/health")).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void the_page_can_be_switched_off_without_the_document() throws Exception {
        try (Issuer issuer = new Issuer();
                Doorway door = Doorway.open(issuer, Map.of(), "--parvaneh.gateway.docs.page=false")) {
            assertThat(Doorway.send(door.to("/docs")).statusCode()).isEqualTo(404);
            assertThat(Doorway.send(door.to("/docs/ui/swagger-ui.css")).statusCode())
                    .isEqualTo(404);
            assertThat(Doorway.send(door.to("/v3/api-docs")).statusCode()).isEqualTo(200);
        }
    }
}
