package ir.parvaneh.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An open action as a desk is told about it.
 *
 * @param signedBy the roles that decide, in order; a single one is a decision in one call
 * @param presence where the citizen must come in person, or null
 * @param evidence the schema of what must be given, or null
 * @param barred people who may not take this action on this file, having had a hand in what it judges
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offer(
        String name,
        Wording title,
        List<String> signedBy,
        String presence,
        Schema evidence,
        boolean reasonsRequired,
        List<String> barred) {

    /** A schema by name and digest. */
    public record Schema(String schema, String digest) {}

    public Offer {
        signedBy = signedBy == null ? List.of() : List.copyOf(signedBy);
        barred = barred == null ? List.of() : List.copyOf(barred);
    }
}
