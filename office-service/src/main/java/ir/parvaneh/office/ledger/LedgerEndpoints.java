package ir.parvaneh.office.ledger;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.time.DateTimeException;
import java.time.Instant;
import org.bson.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The visit ledger: every time somebody stood somewhere in person. An office reads its own lines, an auditor all. */
@RestController
public final class LedgerEndpoints {
    private final MongoCollection<Document> rows;
    private final Cursors cursors;

    /** A line as readers see it. */
    public record Line(
            String applicationId, String at, String place, String unit, String reasonCode, boolean avoidable) {
        static Line of(Document row) {
            return new Line(
                    row.getString("applicationId"),
                    row.getString("at"),
                    row.getString("place"),
                    row.getString("unit"),
                    row.getString("reasonCode"),
                    row.getBoolean("avoidable"));
        }
    }

    public LedgerEndpoints(MongoCollection<Document> rows, Cursors cursors) {
        this.rows = rows;
        this.cursors = cursors;
    }

    @GetMapping("/v1/visit-ledger")
    Mono<Slice<Line>> list(
            Caller caller,
            @RequestParam(required = false) String application,
            @RequestParam(required = false) String office,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        Document filter = scoped(caller, office);
        if (application != null) filter.append("applicationId", application);
        String query = "visit-ledger" + filter + from + to;
        int size = Slice.limit(limit);
        filter.append("key", between(from, to, cursors.read(query, cursor)));
        return Flux.from(rows.find(filter)
                        .sort(Sorts.ascending("key"))
                        .limit(size + 1)
                        .batchSize(size + 1))
                .collectList()
                .map(found -> Slice.of(found, size, Line::of, row -> cursors.write(query, row.getString("key"))));
    }

    private static Document scoped(Caller caller, String office) {
        boolean all = caller.hasRole("auditor") || caller.hasRole("operator");
        if (!all && caller.officeId() == null) throw new Refused("forbidden");
        String unit = all ? office : caller.officeId();
        return unit == null ? new Document() : new Document("unit", unit);
    }

    private static Document between(String from, String to, String after) {
        Document range = new Document("$gt", after != null ? after : from == null ? "" : instant("from", from));
        return to == null ? range : range.append("$lt", instant("to", to));
    }

    private static String instant(String name, String text) {
        try {
            return Shape.text(Instant.parse(text));
        } catch (DateTimeException unreadable) {
            throw Refused.at("parameter-invalid", name);
        }
    }
}
