package ir.parvaneh.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.application.process.EvidenceSchemas.Fault;
import ir.parvaneh.application.process.EvidenceSchemas.Misfit;
import ir.parvaneh.application.process.EvidenceSchemas.Read;
import ir.parvaneh.process.EvidenceKind;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EvidenceSchemasTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Processes PERMIT = HostedProcesses.load();

    static Collection<EvidenceKind> kinds() {
        return PERMIT.catalogue().kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_schema_and_its_record_have_the_same_fields(EvidenceKind kind) {
        JsonNode schema = JSON.readTree(kind.schema());
        assertThat(schema.path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Stream.of(kind.record().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_example_of_a_schema_is_read_and_written_back_the_same(EvidenceKind kind) {
        JsonNode examples = JSON.readTree(kind.schema()).path("examples");
        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            var reading = PERMIT.schemas().read(kind.name(), example);
            assertThat(reading).as(example.toString()).isInstanceOf(Read.class);
            ObjectNode back = (ObjectNode) JSON.valueToTree(((Read) reading).evidence());
            assertThat(PERMIT.schemas().read(kind.name(), back)).isEqualTo(reading);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_empty_object_is_evidence_of_nothing(EvidenceKind kind) {
        assertThat(PERMIT.schemas().read(kind.name(), JSON.createObjectNode())).isInstanceOf(Misfit.class);
        assertThat(PERMIT.schemas().read(kind.name(), JSON.readTree("[]"))).isInstanceOf(Misfit.class);
        assertThat(PERMIT.schemas().read(kind.name(), JSON.readTree("null"))).isInstanceOf(Misfit.class);
    }

    @Test
    void every_fault_is_named_with_its_place() {
        Misfit misfit = (Misfit) PERMIT.schemas()
                .read("payment", JSON.readTree("{\"slipId\": \"a b\", \"amountRials\": \"5\", \"tip\": 1}"));
        assertThat(misfit.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/slipId", "/amountRials", "/tip", "/reference");
    }

    @Test
    void a_day_that_does_not_exist_is_a_fault_at_its_place() {
        ObjectNode visit = (ObjectNode)
                JSON.readTree(schema("site-visit")).path("examples").get(0);
        visit.put("visitedOn", "2025-02-30");
        Misfit misfit = (Misfit) PERMIT.schemas().read("site-visit", visit);
        assertThat(misfit.faults()).extracting(Fault::pointer).containsExactly("/visitedOn");
    }

    @Test
    void a_schema_is_found_by_its_digest() {
        List<EvidenceKind> kinds = List.copyOf(kinds());
        assertThat(kinds).allSatisfy(kind -> assertThat(PERMIT.schemas().text(kind.digest()))
                .isPresent());
        assertThat(PERMIT.schemas().text("0".repeat(64))).isEmpty();
    }

    private static String schema(String kind) {
        return PERMIT.catalogue().kind(kind).orElseThrow().schema();
    }
}
