package ir.parvaneh.chassis.desk;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.FeedPlace;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads rows of tasks: lists by cursor, the feed for pollers (in the order of writing), and what the clock looks for. */
final class DeskLists {
    private static final Set<String> STATES = Set.of("open", "decided", "closed");

    private final MongoCollection<Document> rows;
    private final Cursors cursors;

    DeskLists(MongoCollection<Document> rows, Cursors cursors) {
        this.rows = rows;
        this.cursors = cursors;
    }

    /** What a caller asks of a list; each may be null. */
    record Asked(
            String state,
            String stage,
            String role,
            String application,
            String sort,
            Integer limit,
            String cursor,
            String changedSince) {
        boolean isFeed() {
            return changedSince != null;
        }
    }

    /** @param desks what the caller may see; no query runs without */
    Mono<TaskSlice> list(List<String> desks, Asked asked) {
        if (desks.isEmpty()) {
            return Mono.error(new Refused("forbidden"));
        }
        String key = sortKey(asked);
        int limit = Slice.limit(asked.limit());
        var filter = filter(desks, asked);
        String query = key + filter;
        String place = cursors.read(query, asked.cursor());
        FeedPlace from = place == null ? FeedPlace.beginning(Instant.now()) : FeedPlace.of(place);
        String after = place == null ? since(asked) : from.after();
        if (after != null) {
            filter.append(key, new Document("$gt", after));
        }
        return Flux.from(rows.find(filter)
                        .sort(Sorts.ascending(key))
                        .limit(limit + 1)
                        .batchSize(limit + 1))
                .collectList()
                .map(found -> Slice.of(
                        found, limit, TaskLine::of, row -> cursors.write(query, from.behind(row.getString(key)))))
                .map(slice -> new TaskSlice(
                        slice.items(),
                        slice.nextCursor(),
                        slice.nextCursor() == null && asked.isFeed() ? from.nextSince() : null));
    }

    private static Document filter(List<String> desks, Asked asked) {
        var filter = new Document();
        if (asked.application() != null) {
            filter.append("applicationId", asked.application());
        }
        filter.append("desk", desks.size() == 1 ? desks.getFirst() : new Document("$in", List.copyOf(desks)));
        String state = state(asked);
        if (state != null) {
            filter.append("state", state);
        }
        if (asked.stage() != null) {
            filter.append("stage", asked.stage());
        }
        if (asked.role() != null) {
            filter.append("roles", asked.role());
        }
        return filter;
    }

    /** Open when nothing is said; all states in the feed, of one application, or when {@code all} is said. */
    private static String state(Asked asked) {
        if (asked.state() == null) {
            return asked.isFeed() || asked.application() != null ? null : "open";
        }
        if (asked.state().equals("all")) {
            return null;
        }
        if (!STATES.contains(asked.state())) {
            throw Refused.at("parameter-invalid", "state");
        }
        return asked.state();
    }

    private static String sortKey(Asked asked) {
        if (asked.isFeed()) {
            return Row.WRITTEN;
        }
        return switch (asked.sort()) {
            case null -> "dueKey";
            case "dueAt" -> "dueKey";
            case "openedAt" -> "openedKey";
            default -> throw Refused.at("parameter-invalid", "sort");
        };
    }

    private static String since(Asked asked) {
        try {
            return asked.isFeed() ? Shape.text(Instant.parse(asked.changedSince())) : null;
        } catch (DateTimeException noInstant) {
            throw Refused.at("parameter-invalid", "changedSince");
        }
    }

    /** Applications with a claim made before that moment. */
    Flux<String> claimedBefore(Instant cutoff, int limit) {
        return Flux.from(rows.find(between("claimedKey", cutoff)).limit(limit).batchSize(limit))
                .map(row -> row.getString("applicationId"))
                .distinct();
    }

    /** Applications whose open task at one of these stages is kept for none of these people in that role. */
    Flux<String> keptForNone(String desk, List<String> stages, String role, List<String> people, int limit) {
        Bson kept = Filters.and(
                Filters.eq("desk", desk),
                Filters.eq("state", "open"),
                Filters.in("stage", stages),
                Filters.nin("assigned." + role, people));
        return Flux.from(rows.find(kept).limit(limit).batchSize(limit))
                .map(row -> row.getString("applicationId"))
                .distinct();
    }

    /** How many open tasks lie on a desk. */
    Mono<Long> open(String desk) {
        return Mono.from(rows.countDocuments(Filters.and(Filters.eq("desk", desk), Filters.eq("state", "open"))));
    }

    /** How many decisions were sent before that moment and have no answer yet. */
    Mono<Long> pendingBefore(Instant cutoff) {
        return Mono.from(rows.countDocuments(between("pendingKey", cutoff)));
    }

    private static Bson between(String key, Instant cutoff) {
        return Filters.and(gt(key, ""), lte(key, Shape.text(cutoff)));
    }
}
