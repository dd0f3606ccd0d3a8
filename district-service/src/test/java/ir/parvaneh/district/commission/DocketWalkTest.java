package ir.parvaneh.district.commission;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.district.commission.CommissionEvidence.Decision;
import ir.parvaneh.district.commission.CommissionEvidence.FineAccount;
import ir.parvaneh.district.commission.CommissionEvidence.Seated;
import ir.parvaneh.process.Evolution;
import ir.parvaneh.process.ProcessEvent;
import ir.parvaneh.process.ProcessFile;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DocketWalkTest {
    private static final int STEPS = 600;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_people_try_a_docket_keeps_the_law(int seed) {
        DocketWalk walk = new DocketWalk(seed);
        for (int step = 0; step < STEPS && !walk.ended(); step++) {
            if (walk.step()) {
                holds(walk.story);
            }
        }
        replays(walk.story);
    }

    @Test
    void the_walks_come_to_every_end_there_is() {
        Set<String> ends = new HashSet<>();
        for (int seed = 1000; seed < 1200; seed++) {
            DocketWalk walk = new DocketWalk(seed);
            for (int step = 0; step < STEPS && !walk.ended(); step++) {
                walk.step();
            }
            if (walk.ended()) {
                ends.add(walk.story.stage());
            }
        }
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        "no-violation", "fine-paid", "removed-by-owner", "removed-by-force", "referral-withdrawn");
    }

    private static void holds(DocketStory story) {
        ProcessFile file = story.docket().process();
        Optional<Decision> first = file.latest(Article100Guards.FIRST, Decision.class);
        Optional<Decision> review = file.latest(Article100Guards.REVIEW, Decision.class);
        first.ifPresent(DocketWalkTest::lawful);
        review.ifPresent(DocketWalkTest::lawful);
        if (first.isPresent() && review.isPresent()) {
            assertThat(first.get().bench().stream().map(Seated::personId))
                    .doesNotContainAnyElementsOf(
                            review.get().bench().stream().map(Seated::personId).toList());
        }
        if (first.filter(Decision::orderedForSafety).isPresent()) {
            assertThat(review.map(Decision::outcome).orElse(Outcome.DEMOLITION))
                    .isIn(Outcome.DEMOLITION, Outcome.NO_VIOLATION);
            assertThat(story.types()).doesNotContain("fine-demanded");
            assertThat(file.hands()).doesNotContainKey("demand-fine");
        }
        if (story.stage().equals("fine-paid")) {
            assertThat(file.latest(FineAccount.KIND, FineAccount.class)
                            .orElseThrow()
                            .confirmedRials())
                    .isEqualTo(story.fine());
        }
        Docket back = Shape.json().readValue(Shape.json().writeValueAsString(story.docket()), Docket.class);
        assertThat(back).isEqualTo(story.docket());
    }

    private static void lawful(Decision decision) {
        assertThat(decision.bench()).hasSize(4).extracting(Seated::personId).doesNotHaveDuplicates();
        assertThat(decision.bench()).extracting(Seated::personId).doesNotContainAnyElementsOf(decision.barred());
        assertThat(decision.votes())
                .hasSize(3)
                .extracting(CommissionEvidence.Vote::seat)
                .containsExactly(Seat.JUDGE, Seat.COUNCIL, Seat.INTERIOR);
        assertThat(decision.votes().stream().filter(CommissionEvidence.Vote::agrees))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(decision.reportedOn()).isNotNull();
        assertThat(decision.decidedOn()).isAfterOrEqualTo(decision.heldOn());
        assertThat(decision.fineRials() > 0).isEqualTo(decision.outcome() == Outcome.FINE);
    }

    /** The stored process equals all its events told again. */
    private static void replays(DocketStory story) {
        ProcessFile file = null;
        long number = 0;
        for (NewEvent event : story.told) {
            number++;
            if (event.data() instanceof ProcessEvent told) {
                file = Evolution.evolve(file, told, number);
            }
        }
        assertThat(file).isEqualTo(story.docket().process());
    }
}
