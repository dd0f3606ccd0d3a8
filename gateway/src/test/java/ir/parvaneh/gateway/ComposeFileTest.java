package ir.parvaneh.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The compose file against the published schema of the Compose specification, and what a schema cannot see. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> OURS =
            List.of("gateway", "application-service", "office-service", "district-service", "notification-service");
    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        compose = yaml(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    @Test
    void it_fits_the_compose_specification() throws IOException {
        assertThat(faults(compose)).isEmpty();
    }

    @Test
    void the_check_bites() throws IOException {
        JsonNode wrong =
                yaml("services: {a: {image: [x], ports: 8080, healthcheck: {tests: [CMD]}, restarts: always}}");
        assertThat(faults(wrong)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void the_five_services_are_built_from_their_own_folders() {
        for (String service : OURS) {
            assertThat(service(service).path("build").asString()).isEqualTo("./" + service);
            assertThat(ROOT.resolve(service).resolve("Dockerfile")).exists();
        }
    }

    @Test
    void who_waits_for_a_healthy_service_waits_for_one_that_tells_its_health() {
        services().forEach(one -> one.getValue().path("depends_on").properties().stream()
                .filter(needed ->
                        needed.getValue().path("condition").asString("").equals("service_healthy"))
                .forEach(needed -> assertThat(service(needed.getKey()).has("healthcheck"))
                        .as("%s waits for %s", one.getKey(), needed.getKey())
                        .isTrue()));
    }

    @Test
    void what_is_mounted_is_there() {
        services()
                .flatMap(one -> one.getValue().path("volumes").valueStream())
                .map(volume -> volume.asString().split(":")[0])
                .filter(source -> source.startsWith("./"))
                .forEach(source -> assertThat(ROOT.resolve(source)).exists());
    }

    @Test
    void images_are_pinned_and_ports_do_not_clash() {
        assertThat(services().map(one -> one.getValue().path("image").asString("x:1")))
                .allMatch(image -> image.contains(":") && !image.endsWith(":latest"));
        assertThat(services()
                        .flatMap(one -> one.getValue().path("ports").valueStream())
                        .map(port -> port.asString().replaceAll(":\\d+$", "").replaceAll("^127\\.0\\.0\\.1:", "")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void the_realm_gives_tokens_the_claims_that_services_read() throws IOException {
        JsonNode realm =
                JsonMapper.shared().readTree(Files.readString(ROOT.resolve("deploy/keycloak/parvaneh-realm.json")));
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("protocolMappers").findValuesAsString("claim.name"))
                    .containsExactlyInAnyOrder("roles", "office_id", "district_no", "agency");
        }
        assertThat(realm.path("clients").findValuesAsString("clientId")).containsAll(OURS.subList(1, OURS.size()));
        List<String> roles = realm.path("roles").path("realm").findValuesAsString("name");
        realm.path("users").forEach(user -> assertThat(roles)
                .contains(user.path("realmRoles").path(0).asString()));
    }

    private static List<String> faults(JsonNode file) throws IOException {
        try (InputStream in = ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
            // its id is a bare file name and its dialect is spelt in a way that would be looked up on the net
            ObjectNode schema = (ObjectNode) JsonMapper.shared().readTree(in);
            schema.remove(List.of("$id", "$schema"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema)
                    .validate(file)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    private static Stream<Map.Entry<String, JsonNode>> services() {
        return compose.path("services").properties().stream();
    }

    private static JsonNode service(String name) {
        return compose.path("services").path(name);
    }

    private static JsonNode yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        Object read = new Yaml(new SafeConstructor(options)).load(text);
        return JsonMapper.shared().valueToTree(read);
    }
}
