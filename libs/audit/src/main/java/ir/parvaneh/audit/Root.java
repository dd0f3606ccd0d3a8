package ir.parvaneh.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;

/**
 * A signed root over all chains of one service.
 *
 * @param number from 1 without gaps
 * @param day city day on which it was made
 * @param size number of chains below it
 * @param faults how many of them are below it as they stood earlier, because they are not what was signed then
 * @param root of the tree, base64url
 * @param previous SHA-256 of the statement before, base64url; empty for the first
 * @param statement JWS (compact, ES256) that says all of it
 * @param making which attempt made it; its leaves carry the same
 */
record Root(
        long number,
        LocalDate day,
        Instant at,
        int size,
        long faults,
        String root,
        String previous,
        String statement,
        @JsonIgnore String making) {

    /** What the next one says about this one. */
    @JsonIgnore
    String digest() {
        return Hashes.text(Hashes.sha256(statement));
    }

    Document row() {
        return new Document("_id", number)
                .append("day", day.toString())
                .append("at", at.toString())
                .append("size", size)
                .append("faults", faults)
                .append("root", root)
                .append("previous", previous)
                .append("statement", statement)
                .append("making", making);
    }

    static Root of(Document row) {
        return new Root(
                ((Number) row.get("_id")).longValue(),
                LocalDate.parse(row.getString("day")),
                Instant.parse(row.getString("at")),
                ((Number) row.get("size")).intValue(),
                row.get("faults", 0L),
                row.getString("root"),
                row.getString("previous"),
                row.getString("statement"),
                row.getString("making"));
    }
}
