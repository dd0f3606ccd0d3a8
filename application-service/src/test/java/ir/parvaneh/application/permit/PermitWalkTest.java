package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.application.permit.PermitEvidence.StatusFindings;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.Evolution;
import ir.parvaneh.process.ProcessEvent;
import ir.parvaneh.process.ProcessEvent.StageLeft;
import ir.parvaneh.process.ProcessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PermitWalkTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STEPS = 400;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_people_try_a_file_stays_inside_its_table(int seed) {
        PermitWalk walk = new PermitWalk(seed);
        for (int step = 0; step < STEPS && !walk.story.file.hasEnded(); step++) {
            if (walk.step()) {
                holds(walk.story);
            }
        }
        replays(walk.story);
        ended(walk.story);
    }

    @Test
    void the_walks_come_to_every_end_there_is() {
        Set<String> outcomes = IntStream.range(1000, 1050)
                .mapToObj(seed -> new PermitWalk(seed).walk(STEPS))
                .filter(ProcessFile::hasEnded)
                .map(file -> file.ended().outcome())
                .collect(Collectors.toSet());
        assertThat(outcomes).containsExactlyInAnyOrder("permit-issued", "rejected-finally", "withdrawn", "abandoned");
    }

    private static void holds(PermitStory story) {
        assertThat(story.file.open()).allSatisfy(open -> assertThat(story.table.stage(open.track(), open.stage()))
                .isPresent());
        String written = JSON.writeValueAsString(story.file);
        assertThat(JSON.readValue(written, ProcessFile.class)).isEqualTo(story.file);
        assertThat(written.getBytes(StandardCharsets.UTF_8).length).isLessThan(64 * 1024);
        Instant begun = story.file.begunAt();
        Instant until = story.file.hasEnded() ? story.file.ended().at() : story.now;
        assertThat(ClockLedger.perHolder(story.file, until).values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.between(begun, until));
    }

    private static void replays(PermitStory story) {
        var read = story.events.stream()
                .map(event ->
                        (ProcessEvent) JSON.readValue(JSON.writeValueAsString(event), ProcessEvent.of(event.type())))
                .toList();
        assertThat(Evolution.evolve(null, read, 0)).isEqualTo(story.file);
    }

    private static void ended(PermitStory story) {
        if (!story.file.hasEnded() || !story.file.ended().outcome().equals("permit-issued")) {
            return;
        }
        ProcessFile file = story.file;
        StageLeft approval = (StageLeft) story.events.get(story.events.size() - 2);
        boolean exception = file.latest("status-findings", StatusFindings.class)
                .orElseThrow()
                .exceedsRules();
        assertThat(approval.signedBy()).doesNotHaveDuplicates().hasSize(exception ? 4 : 3);
        assertThat(approval.signedBy())
                .doesNotContainAnyElementsOf(file.hands().get("draft-permit").people());
        assertThat(file.latest("payment", Payment.class).orElseThrow().amountRials())
                .isGreaterThanOrEqualTo(file.latest("fee-assessment", FeeAssessment.class)
                        .orElseThrow()
                        .totalRials());
        assertThat(file.numberOfAction("confirm-settlement")).isGreaterThan(file.numberOf("payment"));
        assertThat(file.hands()).containsKeys("confirm-ownership", "approve-inspection", "issue-plan-order");
        assertThat(file.hands().get("approve-inspection").people())
                .doesNotContainAnyElementsOf(file.hands().get("record-visit").people());
    }
}
