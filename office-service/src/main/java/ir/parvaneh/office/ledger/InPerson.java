package ir.parvaneh.office.ledger;

import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.contracts.VisitRecorded;
import java.util.List;
import org.bson.Document;

/**
 * A line of the visit ledger: a citizen stood at the office, or an inspector at the plot. Visits for each file are the headline
 * figure of the city (R03).
 *
 * @param number its place in the file's own ledger, from 1
 * @param changed page version that wrote it
 */
public record InPerson(int number, VisitRecorded visit, long changed) {
    public static final String COLLECTION = "visits";

    /** What lists of the ledger need. */
    public static final List<Index> INDEXES =
            List.of(Index.on("applicationId", "key"), Index.on("unit", "key"), Index.on("key"));

    public Row row(String applicationId) {
        String id = applicationId + ":" + number;
        String at = Shape.text(visit.at());
        return new Row(
                COLLECTION,
                id,
                changed,
                new Document("applicationId", applicationId)
                        .append("at", at)
                        .append("place", visit.place())
                        .append("unit", visit.unit())
                        .append("reasonCode", visit.reasonCode())
                        .append("avoidable", visit.avoidable())
                        .append("key", at + "|" + id));
    }
}
