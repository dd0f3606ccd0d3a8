package ir.parvaneh.chassis.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The pages of one collection. A change is one compare-and-set that also holds the events it tells, the key of the
 * command and the marks of the messages that caused it. Bodies are immutable; deciding code is plain and may run more
 * than once for one change.
 */
public final class Pages<P> {
    /** How many events may wait in one page before its commands are refused with {@code outbox-full}. */
    public static final int OUTBOX_CAP = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(400);
    private static final Duration OVERDUE = Duration.ofSeconds(5);
    private static final int SWEEP = 500;

    private final Definition<P> definition;
    private final Shelf shelf;
    private final Pen pen;
    private final Relay relay;
    private final HeldPages<P> held;
    private final Deciding<P> deciding;
    private final Waiters<P> waiters = new Waiters<>();

    /**
     * What a kind of page is.
     *
     * @param source CloudEvents source of its events, for example {@code /applications/files}
     * @param blank body of a page that does not exist yet, by id
     * @param found scalar fields kept beside the body for indexes; none may have a name of the document's own
     * @param rows lines of lists, a pure function of the page
     */
    public record Definition<P>(
            String collection,
            String source,
            String topic,
            Class<P> type,
            Function<String, P> blank,
            Function<P, Map<String, Object>> found,
            List<Index> indexes,
            Function<Page<P>, List<Row>> rows) {}

    public Pages(Definition<P> definition, Shelf shelf, Wire wire, Pen pen, Rules rules, int held) {
        this.definition = definition;
        this.shelf = shelf;
        this.pen = pen;
        this.held = new HeldPages<>(held);
        this.relay = new Relay(shelf, wire, definition.topic(), rules, this.held::pruned);
        this.deciding = new Deciding<>(definition, shelf, pen, rules, this.held, this::saved);
    }

    public Definition<P> definition() {
        return definition;
    }

    /** The page as a majority of the store has it; empty when it does not exist. */
    public Mono<Page<P>> find(String id) {
        return shelf.find(id).map(raw -> seen(raw).page());
    }

    /** The same as {@link #find}, said aloud where an answer depends on the newest state: from the primary. */
    public Mono<Page<P>> findFresh(String id) {
        return find(id);
    }

    /** Pages by the fields they are found by. Not for open lists: a limit is a must. */
    public Flux<Page<P>> query(Bson filter, Bson sort, int limit) {
        return shelf.query(filter, sort, limit).map(raw -> seen(raw).page());
    }

    /**
     * Decides on a page and writes what was decided. A lost race is loaded and decided again until the deadline, then
     * refused as {@code too-busy}. A key that was used before is answered as it was then; with another digest it is
     * refused as {@code idempotency-key-reused}.
     */
    public Mono<Outcome<P>> change(String id, Cause cause, Function<Page<P>, Verdict<P>> decide) {
        return Mono.defer(() -> deciding.start(
                id, new Turn<>(patient(cause), false, (page, marks) -> new Step<>(decide.apply(page), cause.marks()))));
    }

    /** Reads messages into a page: the step sees how far it has read and says how far it has read after it. */
    public Mono<Outcome<P>> absorb(String id, Cause cause, BiFunction<Page<P>, Map<String, Mark>, Step<P>> step) {
        return Mono.defer(() -> deciding.start(id, new Turn<>(patient(cause), true, step)));
    }

    /** Waits until the page is as wanted, at most that long of real time; empty when the time is over. */
    public Mono<Page<P>> waitFor(String id, Predicate<P> reached, Duration atMost) {
        Flux<Page<P>> glances =
                Flux.interval(Duration.ZERO, GLANCE).onBackpressureDrop().concatMap(tick -> find(id), 1);
        return Flux.merge(waiters.saves(id), glances)
                .filter(page -> reached.test(page.body()))
                .next()
                .timeout(atMost, Mono.empty());
    }

    /** How far each of these pages has read; pages that do not exist are left out. */
    public Flux<Map.Entry<String, Map<String, Mark>>> marks(List<String> ids) {
        return shelf.findAll(ids).map(raw -> Map.entry(raw.getString("_id").getValue(), Stored.marks(raw)));
    }

    /** The events of an aggregate from a number on, the newest from its outbox, the others from history. */
    public Flux<Event> events(String id, long from, int limit) {
        Mono<List<Event>> waiting = shelf.find(id)
                .map(raw -> Stored.of(definition.source(), raw).outbox())
                .defaultIfEmpty(List.of());
        return waiting.flatMapMany(outbox -> {
            long first = outbox.isEmpty() ? Long.MAX_VALUE : outbox.getFirst().number();
            Flux<Event> older = from >= first
                    ? Flux.empty()
                    : shelf.history(definition.source(), id, from, limit).map(Event::ofHistory);
            Flux<Event> newer = Flux.fromIterable(outbox).filter(e -> e.number() >= from);
            return Flux.concat(older.takeWhile(e -> e.number() < first), newer).take(limit);
        });
    }

    /** Ids above {@code after} and the numbers of their last events, in order of ids. */
    public Flux<Head> heads(String after, int limit) {
        return shelf.heads(after, limit)
                .map(raw -> new Head(
                        raw.getString("_id").getValue(), raw.getNumber("number").longValue()));
    }

    /** How an aggregate's chain ends by the page's own word; empty when there is no page. */
    public Mono<Kept> kept(String id) {
        return shelf.find(id).map(raw -> Kept.of(definition.source(), raw));
    }

    /** The same for pages with ids above {@code after}, in order of ids; without what waits in their outboxes. */
    public Flux<Kept> keptAfter(String after, int limit) {
        return shelf.heads(after, limit).map(raw -> Kept.of(definition.source(), raw));
    }

    /** History entries of an aggregate exactly as they lie in the store, in the order of their names. */
    public Flux<BsonDocument> recorded(String id, int limit) {
        return shelf.history(definition.source(), id, 0, limit);
    }

    /** The entry of that number as it lies in history; empty when it is not there, or not yet. */
    public Mono<BsonDocument> recordedAt(String id, long number) {
        return shelf.history(definition.source(), id, number, 1).next();
    }

    /** Offers pages again that have waited too long: their writer is gone or the topic was away. */
    public Mono<Void> sweep() {
        long before = pen.realMillis() - OVERDUE.toMillis();
        return Flux.defer(() -> shelf.pending(before, SWEEP))
                .map(raw -> Held.of(definition, raw))
                .doOnNext(page -> offer(page.stored(), definition.rows().apply(page.page())))
                .then();
    }

    /** Moves what is on the topic into history; to be called every 50 to 100 ms. */
    public Mono<Void> flush() {
        return relay.flush();
    }

    /** How many pages wait, and since when the longest. */
    public Mono<Pending> pending() {
        Mono<Instant> oldest = shelf.pending(Long.MAX_VALUE, 1)
                .next()
                .map(raw -> Instant.ofEpochMilli(raw.getNumber("pendingSince").longValue()));
        return shelf.pendingCount()
                .flatMap(count -> count == 0
                        ? Mono.just(new Pending(0, null))
                        : oldest.map(since -> new Pending(count, since)).defaultIfEmpty(new Pending(0, null)));
    }

    private Cause patient(Cause cause) {
        return cause.deadline() == null ? cause.until(pen.real().instant().plus(PATIENCE)) : cause;
    }

    /** Decodes only what this process has not seen: an equal version has an equal body. */
    private Held<P> seen(BsonDocument raw) {
        Held<P> known = held.get(raw.getString("_id").getValue());
        boolean same = known != null
                && known.stored().version() == raw.getNumber("version").longValue();
        return same ? known : Held.of(definition, raw);
    }

    private void saved(Held<P> page, List<Row> rows) {
        waiters.wake(page.page());
        if (page.stored().pending()) {
            offer(page.stored(), rows);
        }
    }

    private void offer(Stored stored, List<Row> all) {
        List<Row> rows =
                all.stream().filter(row -> row.changed() > stored.rowsAt()).toList();
        relay.offer(new Offer(stored.id(), stored.version(), stored.outbox(), rows));
    }
}
