package ir.parvaneh.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.application.permit.PermitEvidence.StatusFindings;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.Evolution;
import ir.parvaneh.process.ProcessEvent;
import ir.parvaneh.process.ProcessEvent.StageLeft;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class WalkTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STEPS = 500;

    static Stream<String> processes() {
        return Story.PROCESSES.editions().values().stream()
                .map(ProcessTable::name)
                .distinct();
    }

    static Stream<Arguments> walks() {
        return processes().flatMap(name -> IntStream.range(0, 30).mapToObj(seed -> Arguments.of(name, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("walks")
    void whatever_people_try_a_file_stays_inside_its_table(String process, int seed) {
        Walk walk = new Walk(process, seed);
        for (int step = 0; step < STEPS && !walk.story.file.hasEnded(); step++) {
            if (walk.step()) {
                holds(walk.story);
            }
        }
        endsAsItMay(walk.story.file);
        replays(walk.story);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void the_walks_come_to_every_end_there_is(String process) {
        Set<String> outcomes = IntStream.range(1000, 1400)
                .mapToObj(seed -> new Walk(process, seed).walk(STEPS))
                .filter(ProcessFile::hasEnded)
                .map(file -> file.ended().outcome())
                .collect(Collectors.toSet());
        Set<String> ends = new HashSet<>(Story.PROCESSES.current(process).ends().keySet());
        assertThat(outcomes).isEqualTo(ends);
    }

    private static void holds(Story story) {
        assertThat(story.file.open()).allSatisfy(open -> assertThat(story.table.stage(open.track(), open.stage()))
                .isPresent());
        String written = JSON.writeValueAsString(story.file);
        assertThat(JSON.readValue(written, ProcessFile.class)).isEqualTo(story.file);
        assertThat(written.getBytes(StandardCharsets.UTF_8).length).isLessThan(64 * 1024);
        Instant begun = story.file.begunAt();
        Instant until = story.file.hasEnded() ? story.file.ended().at() : story.now;
        assertThat(ClockLedger.perHolder(story.file, until).values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.between(begun, until));
        if (story.events.size() > 1
                && story.events.get(story.events.size() - 2) instanceof StageLeft left
                && left.action().startsWith("approve-")
                && left.stage().equals("district-approval")) {
            issued(story.file, left);
        }
    }

    /** Whatever is issued is paid, confirmed, and approved by others than those who drafted it. */
    private static void issued(ProcessFile file, StageLeft approval) {
        boolean exception = file.latest("status-findings", StatusFindings.class)
                .map(StatusFindings::exceedsRules)
                .orElse(false);
        assertThat(approval.signedBy()).doesNotHaveDuplicates().hasSize(exception ? 4 : 3);
        Set<String> drafting = Stream.of("draft-permit", "draft-certificate")
                .filter(file.hands()::containsKey)
                .flatMap(action -> file.hands().get(action).people().stream())
                .collect(Collectors.toSet());
        assertThat(approval.signedBy()).doesNotContainAnyElementsOf(drafting);
        assertThat(file.latest("payment", Payment.class).orElseThrow().amountRials())
                .isGreaterThanOrEqualTo(file.latest("fee-assessment", FeeAssessment.class)
                        .orElseThrow()
                        .totalRials());
        assertThat(file.numberOfAction("confirm-settlement")).isGreaterThan(file.numberOf("payment"));
        assertThat(file.hands().get("approve-inspection").people())
                .doesNotContainAnyElementsOf(file.hands().get("record-visit").people());
    }

    /** A permit that was issued is completed or lapses, whatever becomes of its amendments. */
    private static void endsAsItMay(ProcessFile file) {
        if (file.hasEnded() && file.roundsOf("permit-issued") > 0) {
            assertThat(file.ended().outcome()).isIn("completed", "permit-lapsed");
        }
    }

    private static void replays(Story story) {
        var read = story.events.stream()
                .map(event ->
                        (ProcessEvent) JSON.readValue(JSON.writeValueAsString(event), ProcessEvent.of(event.type())))
                .toList();
        assertThat(Evolution.evolve(null, read, 0)).isEqualTo(story.file);
    }
}
