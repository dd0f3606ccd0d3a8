package ir.parvaneh.dev.city.report;

import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a replay counts while it runs. */
public final class Tally {
    private final AtomicInteger filed = new AtomicInteger();
    private final Map<End, AtomicInteger> ended = new ConcurrentSkipListMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, AtomicInteger> requests = new ConcurrentSkipListMap<>();
    private final AtomicInteger stuck = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong transitions = new AtomicLong();
    private final AtomicInteger errors = new AtomicInteger();
    private final Map<String, AtomicInteger> notes = new ConcurrentSkipListMap<>();
    private final List<String> examples = new ArrayList<>();
    private final Latencies decide = new Latencies();
    private final Latencies visible = new Latencies();

    public void filed() {
        filed.incrementAndGet();
    }

    public void ended(End end) {
        ended.computeIfAbsent(end, e -> new AtomicInteger()).incrementAndGet();
        if (end == End.ISSUED) {
            issued.incrementAndGet();
        }
    }

    /** A file came as far as that and goes on. */
    public void shown(End end) {
        if (end == End.ISSUED) {
            issued.incrementAndGet();
        }
    }

    /** An application about a permit was granted. */
    public void requestGranted(String process) {
        requests.computeIfAbsent(process, p -> new AtomicInteger()).incrementAndGet();
    }

    public int requestsGranted(String process) {
        AtomicInteger count = requests.get(process);
        return count == null ? 0 : count.get();
    }

    /** Permits that were issued, whatever came after. */
    public int issuedSoFar() {
        return issued.get();
    }

    public void stuck(String why) {
        stuck.incrementAndGet();
        note("stuck: " + why);
    }

    /** An accepted action that changed a file's stage or track. */
    public void transition() {
        transitions.incrementAndGet();
    }

    /** A decision that a desk took but the file refused. */
    public void takeBack() {
        transitions.decrementAndGet();
    }

    /** An answer that neither the script expects nor a repetition mends. */
    public void error(String what) {
        errors.incrementAndGet();
        note("error: " + what);
    }

    /** What a client sent: all calls, and how many of them were sent again. */
    public void sent(int calls, int repeated) {
        sent.addAndGet(calls);
        if (repeated > 0) {
            notes.computeIfAbsent("sent again because the way was blocked", n -> new AtomicInteger())
                    .addAndGet(repeated);
        }
    }

    public long sentSoFar() {
        return sent.get();
    }

    /** Something worth a line in the report that is no error, such as a question asked again. */
    public void note(String what) {
        notes.computeIfAbsent(what, n -> new AtomicInteger()).incrementAndGet();
    }

    /** Keeps the first few troubles word for word. */
    public synchronized void example(String trouble) {
        if (examples.size() < 10) {
            examples.add(trouble);
        }
    }

    public synchronized List<String> examples() {
        return List.copyOf(examples);
    }

    public int filedSoFar() {
        return filed.get();
    }

    public int endedSoFar() {
        return ended.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    public int ended(End end, int otherwise) {
        AtomicInteger count = ended.get(end);
        return count == null ? otherwise : count.get();
    }

    public int stuckSoFar() {
        return stuck.get();
    }

    public long transitionsSoFar() {
        return transitions.get();
    }

    public int errorsSoFar() {
        return errors.get();
    }

    public Map<String, Integer> notes() {
        Map<String, Integer> counts = new TreeMap<>();
        notes.forEach((what, count) -> counts.put(what, count.get()));
        return counts;
    }

    /** A desk's deciding call, to its answer. */
    public Latencies decide() {
        return decide;
    }

    /** That answer, to the next task in a desk's list; measured on a sample. */
    public Latencies visible() {
        return visible;
    }
}
