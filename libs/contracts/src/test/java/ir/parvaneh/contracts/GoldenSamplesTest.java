package ir.parvaneh.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What crossed a border once must be readable for ever: write new samples with {@code -Dsamples.write=true}, never change old ones. */
final class GoldenSamplesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(unset -> unset.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final Instant AT = Instant.parse("2026-11-23T08:15:30.250Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Titles TITLE = new Titles("کنترل وضعیت", "status control");
    private static final Reason REASON = new Reason("deed-unreadable", "the last page of the deed is missing");
    private static final Signature SIGNATURE = new Signature("person-1", "district-expert", AT, null);
    private static final OpenAction ACTION = new OpenAction(
            "confirm-status",
            TITLE,
            List.of("district-expert"),
            "office",
            new EvidenceSchema("status-findings", "ab12"),
            true,
            List.of("person-2"));

    private static Map<String, Object> samples() {
        Map<String, Object> samples = new TreeMap<>();
        samples.put("begun", new Begun("building-permit", "1404-1", "cd34", AT));
        samples.put(
                "file-registered",
                new FileRegistered("person-9", "PERMIT_NEW_BUILD", "7-1-12-4-0-0-0", 7, "office-017", "tracking"));
        samples.put(
                "stage-entered",
                new StageEntered(
                        7,
                        "plans",
                        "plan-control",
                        TITLE,
                        "office",
                        null,
                        AT,
                        AT,
                        "3 working days",
                        List.of(ACTION),
                        Map.of("designer", "person-4")));
        samples.put(
                "stage-left",
                new StageLeft(
                        7,
                        null,
                        "plan-control",
                        "office",
                        "pass-plans",
                        "person-1",
                        List.of("person-1"),
                        Map.of("pages", 12),
                        List.of(REASON),
                        AT));
        samples.put("deadline-missed", new DeadlineMissed(7, null, "plan-control", "office", AT, AT));
        samples.put("representative-added", new RepresentativeAdded("person-7", "co-owner", AT));
        samples.put("representative-removed", new RepresentativeRemoved("person-7", AT));
        samples.put("fact-learned", new FactLearned("slip-account", Map.of("settled", true), AT));
        samples.put(
                "office-overcharge-reported",
                new OfficeOverchargeReported("office-017", 15_000_000, 12_500_000, "160/2182/34849", "citizen", AT));
        samples.put("office-charge-reported", new OfficeChargeReported("office-017", 15_000_000, AT));
        samples.put("ended", new Ended("permit-issued", AT));
        samples.put(
                "permit-informed",
                new PermitInformed(
                        "application-1", "permit-extension", "extension-granted", Map.of("schema", "months"), AT));
        samples.put("decision-refused", new DecisionRefused(7, "pass-plans", "guard-refused", TITLE, AT, AT));
        samples.put(
                "task-decided",
                new TaskDecided(
                        7, "confirm-status", "person-1", List.of(SIGNATURE), Map.of("pages", 12), List.of(REASON), AT));
        samples.put("task-signed", new TaskSigned(7, "confirm-status", SIGNATURE));
        samples.put("task-claimed", new TaskClaimed(7, "person-1", "person-3", AT));
        samples.put("task-released", new TaskReleased(7, "person-1", null, AT));
        samples.put("office-assigned", new OfficeAssigned("office-017", "citizen-choice", AT));
        samples.put("inspector-drawn", new InspectorDrawn(7, "person-5", List.of("person-6"), "file:7", AT));
        samples.put("visit-proposed", new VisitProposed(7, DAY, AT));
        samples.put("visit-accepted", new VisitAccepted(7, DAY, AT));
        samples.put("visit-moved", new VisitMoved(7, DAY, 1, AT));
        samples.put("visit-recorded", new VisitRecorded("office", "office-017", "confirm-ownership", false, AT));
        samples.put("double-visit-recorded", new DoubleVisitRecorded(AT));
        samples.put("office-registered", new OfficeRegistered("Service office 17", 7));
        samples.put("office-status-changed", new OfficeStatusChanged("suspended", "person-0", AT));
        samples.put("office-person-added", new OfficePersonAdded("person-1", List.of("office-clerk"), "person-0"));
        samples.put(
                "conflicts-declared",
                new ConflictsDeclared("person-1", List.of("7-1-12-4-0-0-0"), List.of("person-9"), "person-1"));
        samples.put(
                "certificate-issued",
                new CertificateIssued("07-1405-000123-34", "permit", "file-2", "file-1", 7, AT, DAY));
        samples.put(
                "certificate-superseded",
                new CertificateSuperseded("07-1405-000123-34", "file-2", "07-1405-000124-31", AT));
        samples.put(
                "certificate-revoked", new CertificateRevoked("07-1405-000123-34", "file-2", "person-1", REASON, AT));
        dockets(samples);
        return samples;
    }

    private static void dockets(Map<String, Object> samples) {
        samples.put(
                "docket-opened",
                new DocketOpened(
                        "file-1",
                        "person-9",
                        "7-1-12-4-0-0-0",
                        7,
                        "person-1",
                        "person-5",
                        DAY,
                        DAY,
                        false,
                        "ab12",
                        List.of(new Violation("area", "residential", 60.5, null, DAY))));
        samples.put(
                "docket-opened-by-referral",
                new DocketOpened(
                        "file-1",
                        "person-9",
                        "7-1-12-4-0-0-0",
                        7,
                        "clock",
                        "person-5",
                        DAY,
                        null,
                        false,
                        "ab12",
                        List.of(new Violation("usage", "residential", 0, null, DAY)),
                        14L));
        samples.put(
                "violation-measured",
                new ViolationMeasured(
                        List.of(new Violation("area", "commercial", 60.5, 900_000_000L, DAY)), "person-1", AT));
        samples.put("fine-demanded", new FineDemanded("file-1", "100-ab12cd34", 7, 877_500_000L, DAY, DAY));
        samples.put(
                "hearing-scheduled",
                new HearingScheduled(DAY, Map.of("judge", "person-20", "municipal", "person-23"), "person-24", AT));
        samples.put("member-recused", new MemberRecused("judge", "person-20", REASON, "person-20", AT));
        samples.put("violation-presented", new ViolationPresented("person-23", AT));
        samples.put("decision-drafted", new DecisionDrafted("demolition", "technical", 0, "person-24", AT));
        samples.put("vote-cast", new VoteCast("judge", "person-20", AT));
        samples.put("defence-received", new DefenceReceived(true, List.of("cd34"), AT));
        samples.put(
                "commission-decided",
                new CommissionDecided(
                        "file-1",
                        "review",
                        "demolition",
                        "technical",
                        60,
                        0,
                        DAY,
                        DAY,
                        List.of(new CommissionVote("judge", "person-20", false)),
                        "ef56"));
        samples.put(
                "docket-closed",
                new DocketClosed(
                        "file-1",
                        "fine-paid",
                        new DocketClosed.Ruling("fine", 877_500_000L, DAY, "person-20", "ef56", 2),
                        DAY));
    }

    static Stream<String> types() throws IOException {
        if (Boolean.getBoolean("samples.write")) writeMissing();
        return samples().keySet().stream();
    }

    private static void writeMissing() throws IOException {
        for (var sample : samples().entrySet()) {
            Path file = Path.of("src/test/resources/samples", sample.getKey() + ".json");
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sample.getValue()) + "\n";
            if (!Files.exists(file)) Files.writeString(file, text);
        }
    }

    private static JsonNode golden(String type) throws IOException {
        try (InputStream file = GoldenSamplesTest.class.getResourceAsStream("/samples/" + type + ".json")) {
            assertThat(file).as("a golden sample of " + type).isNotNull();
            return JSON.readTree(file);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_golden_sample_decodes_and_encodes_to_the_same_again(String type) throws IOException {
        Object sample = samples().get(type);
        Object decoded = JSON.treeToValue(golden(type), sample.getClass());
        assertThat(decoded).isEqualTo(sample);
        JsonNode encoded = JSON.readTree(JSON.writeValueAsString(decoded));
        assertThat(encoded).isEqualTo(golden(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_field_that_was_added_later_is_tolerated(String type) throws IOException {
        ObjectNode extended = (ObjectNode) golden(type);
        extended.put("addedLater", "by a newer service");
        Object sample = samples().get(type);
        assertThat((Object) JSON.treeToValue(extended, sample.getClass())).isEqualTo(sample);
    }
}
