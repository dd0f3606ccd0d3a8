package ir.parvaneh.district.insight;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.stream.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FiguresTest {
    private static final Instant START = Instant.parse("2025-11-01T05:00:00Z");
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final List<Incoming> told = new ArrayList<>();

    @Test
    void the_main_line_is_charged_to_whoever_held_it() {
        registered();
        enter(2, null, "ownership-check", "office", 0);
        leave(2, 3);
        enter(4, null, "status-control", "district", 3);
        leave(4, 5);
        assertThat(folded(told).heldMillis())
                .containsOnly(Map.entry("office", 3 * DAY), Map.entry("district", 2 * DAY));
    }

    @Test
    void a_wait_is_charged_to_the_holders_of_the_track_that_ended_last() {
        registered();
        enter(2, null, "design", "waiting", 0);
        enter(3, "plans", "drawing", "engineers", 0);
        enter(4, "supervisors", "supervisor-referral", "agency", 0);
        leave(4, 4);
        leave(3, 7);
        enter(7, "plans", "plan-control", "office", 7);
        leave(7, 9);
        leave(2, 9);
        assertThat(folded(told).heldMillis())
                .containsOnly(Map.entry("engineers", 7 * DAY), Map.entry("office", 2 * DAY));
    }

    @Test
    void a_wait_that_ends_with_its_tracks_open_is_charged_as_far_as_they_came() {
        registered();
        enter(2, null, "design", "waiting", 0);
        enter(3, "plans", "designer-awaited", "owner", 0);
        leave(2, 60);
        leave(3, 60);
        assertThat(folded(told).heldMillis()).containsOnly(Map.entry("owner", 60 * DAY));
        assertThat(folded(told).open()).isEmpty();
    }

    @Test
    void a_term_that_is_over_makes_an_open_file_late_and_an_ended_one_not() {
        registered();
        enter(2, null, "status-control", "district", 0);
        assertThat(board(START.plus(Duration.ofDays(2))).totals().late()).isZero();
        assertThat(board(START.plus(Duration.ofDays(9))).totals().late()).isEqualTo(1);
        leave(2, 9);
        tell("ended", Map.of("outcome", "withdrawn", "at", START));
        assertThat(board(START.plus(Duration.ofDays(9))).totals()).isEqualTo(new Board.Totals(1, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void an_event_told_by_another_service_in_between_changes_nothing() {
        registered();
        enter(2, null, "status-control", "district", 0);
        leave(2, 1);
        List<Incoming> shuffled = new ArrayList<>(told);
        var visit = incoming("visit-recorded", Map.of("place", "district"));
        var assigned = incoming("office-assigned", Map.of("officeId", "office-1"));
        told.addAll(List.of(visit, assigned));
        shuffled.addFirst(assigned);
        shuffled.add(2, visit);
        assertThat(folded(shuffled)).isEqualTo(folded(told));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 1404, 20251123})
    void holders_days_add_up_to_the_time_of_the_file_whatever_its_tracks_do(long seed) {
        var random = new Random(seed);
        registered();
        long opening = 1;
        long day = 0;
        for (int stage = 0; stage < 20; stage++) {
            long main = ++opening;
            boolean waits = random.nextBoolean();
            enter(main, null, "stage-" + stage, waits ? "waiting" : "office", day);
            long end = day + random.nextInt(1, 9);
            for (int track = 0; waits && track < random.nextInt(1, 4); track++) {
                opening = track(
                        random, "track-" + track, ++opening, day, track == 0 ? end : random.nextLong(day, end) + 1);
            }
            leave(main, end);
            day = end;
        }
        long sum = folded(told).heldMillis().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(sum).as("seed %d", seed).isEqualTo(day * DAY);
        assertThat(folded(told).heldMillis()).as("seed %d", seed).doesNotContainKey("waiting");
    }

    /** One track from a day to another, in one or two stages of different holders. */
    private long track(Random random, String name, long first, long from, long to) {
        long middle = random.nextLong(from, to) + 1;
        enter(first, name, name + "-a", "agency", from);
        leave(first, middle);
        if (middle == to) return first;
        enter(first + 1, name, name + "-b", "engineers", middle);
        leave(first + 1, to);
        return first + 1;
    }

    private Board board(Instant asOf) {
        return new BoardSum(asOf).add(folded(told)).board();
    }

    /** As the rows do it: through the store's form after every event. */
    private static Figures folded(List<Incoming> events) {
        Figures figures = Figures.NONE;
        for (Incoming event : events) {
            Map<?, ?> kept = Shape.json().convertValue(figures.after(event), Map.class);
            figures = Shape.json().convertValue(kept, Figures.class);
        }
        return figures;
    }

    private void registered() {
        tell("file-registered", Map.of("districtNo", 7));
    }

    private void enter(long opening, String track, String stage, String holder, long day) {
        Map<String, Object> data = new HashMap<>();
        data.put("opening", opening);
        data.put("track", track);
        data.put("stage", stage);
        data.put("holder", holder);
        data.put("enteredAt", START.plus(Duration.ofDays(day)));
        data.put("dueAt", START.plus(Duration.ofDays(day + 3)));
        tell("stage-entered", data);
    }

    private void leave(long opening, long day) {
        tell("stage-left", Map.of("opening", opening, "decidedAt", START.plus(Duration.ofDays(day))));
    }

    private void tell(String type, Map<String, Object> data) {
        told.add(incoming(type, data));
    }

    private Incoming incoming(String type, Map<String, Object> data) {
        byte[] json = Shape.json().writeValueAsBytes(data);
        return new Incoming("/any", "file", told.size() + 1L, type + told.size(), type, START, null, json);
    }
}
