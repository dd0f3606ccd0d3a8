package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.dev.city.play.Replay;
import ir.parvaneh.dev.city.play.Settings;
import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import ir.parvaneh.dev.city.report.Result;
import ir.parvaneh.dev.store.StoreCounters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a transition costs the store, counted and not timed. */
final class CostOfATransitionTest {
    private static final int IN_FLIGHT = 16;
    private static final int FILES = 64;
    /** Before they count: code that runs for the first time is slow, and what comes slowly is written in small batches. */
    private static final int WARMING = 32;
    /** Of any kind, claims, visits, filings and first signatures among them. */
    private static final double MOST_WRITES = 6;

    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Set<String> PAGES = Set.of("applications.applications", "offices.pages", "districts.pages");

    private final StoreCounters store = RunningCity.here().store();

    @Test
    void a_transition_costs_at_most_six_writes_and_no_more_forces() {
        replay("warming", WARMING);
        quiet();
        Map<String, Long> before = store.writeCommandsByCollection();
        long forces = store.journalForces();
        Result result = replay("cost", FILES);
        quiet();
        assertThat(result.good()).as(result.text()).isTrue();
        double transitions = result.tally().transitionsSoFar();
        double speed = transitions / result.seconds();
        Map<String, Double> each = each(before, transitions);
        double all = each.values().stream().mapToDouble(Double::doubleValue).sum();
        double forcesEach = (store.journalForces() - forces) / transitions;
        print(transitions, speed, all, saves(each), forcesEach, each);
        assertThat(forcesEach).isLessThanOrEqualTo(all);
        assertThat(all).isLessThanOrEqualTo(MOST_WRITES);
    }

    /** Writes of pages that somebody waits for; each batch that leaves the outboxes is one append and one prune. */
    private static double saves(Map<String, Double> each) {
        return each.entrySet().stream()
                .mapToDouble(entry -> {
                    String collection = entry.getKey().replaceAll(" .*", "");
                    return PAGES.contains(collection)
                            ? entry.getValue()
                            : collection.endsWith(".history") ? -entry.getValue() : 0;
                })
                .sum();
    }

    private static void print(
            double transitions, double speed, double all, double saves, double forces, Map<String, Double> each) {
        System.out.printf(
                "%.0f transitions at %d in flight, %.0f a second: %.2f writes each, %.2f of them saves; %.2f forces%n",
                transitions, IN_FLIGHT, speed, all, saves, forces);
        each.forEach((name, count) -> System.out.printf("  %-45s %.3f each%n", name, count));
    }

    private static Result replay(String name, int files) {
        RunningCity city = RunningCity.here();
        var settings = new Settings(
                city.gateway(),
                city.issuer(),
                "dev",
                city.data(),
                IN_FLIGHT,
                files,
                1,
                false,
                0,
                Duration.ofSeconds(60),
                true,
                false);
        List<PermitRecord> records = IntStream.rangeClosed(1, files)
                .mapToObj(n -> new PermitRecord(name, "C" + n, 1 + n % 22, n, End.ISSUED))
                .toList();
        return new Replay(settings).run(name, records, 0);
    }

    private Map<String, Double> each(Map<String, Long> before, double transitions) {
        Map<String, Double> each = new TreeMap<>();
        store.writeCommandsByCollection().forEach((name, count) -> {
            long more = count - before.getOrDefault(name, 0L);
            if (more > 0) {
                each.put(name, more / transitions);
            }
        });
        return each;
    }

    private void quiet() {
        await("a quiet city").atMost(Duration.ofSeconds(60)).during(QUIET).until(store::writeCommands, new Unchanged());
    }

    /**
     * Between request and answer the page is written once. From that write on the relay tells the rest of the city, and
     * what it writes may be seen before the answer has come all the way back: so the fewest writes of many decisions
     * are what an answer waits for. The list's row is written by the relay as its first deed and is left out.
     */
    @Test
    void a_decision_is_answered_after_exactly_one_write() {
        List<Long> seen = new ArrayList<>();
        for (int n = 1; n <= 3; n++) {
            PermitFile file = PermitFile.drafted("citizen-04%02d".formatted(n), "office-041", 12)
                    .to("submitted");
            for (String stage : List.of("submitted", "ownership-check", "file-opened")) {
                if (stage.equals("ownership-check")) {
                    file.play("pass-scans");
                }
                seen.add(writesOfADecision(file, stage));
            }
        }
        System.out.println("writes between a decision's request and its answer: " + seen);
        assertThat(seen).allMatch(writes -> writes >= 1).contains(1L);
    }

    private long writesOfADecision(PermitFile file, String stage) {
        Person clerk = file.person("office-clerk");
        Ask decision = file.task(clerk, stage).decide(clerk, file.body(Script.plain(stage)));
        await("a quiet city").during(Duration.ofMillis(500)).until(store::writeCommands, new Unchanged());
        Map<String, Long> before = store.writeCommandsByCollection();
        Reply answer = decision.send();
        Map<String, Long> after = store.writeCommandsByCollection();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(more(before, after, "offices.pages update")).isPositive();
        return after.keySet().stream()
                .filter(name -> !name.equals("offices.tasks update"))
                .mapToLong(name -> more(before, after, name))
                .sum();
    }

    private static long more(Map<String, Long> before, Map<String, Long> after, String name) {
        return after.get(name) - before.getOrDefault(name, 0L);
    }
}
