package ir.parvaneh.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A stage was entered; its number in the file's stream is the opening that tasks and decisions name.
 *
 * @param track the parallel strand, or null on the main line
 * @param holder owner, office, district, engineers, agency or commission
 * @param agency which agency, when an agency holds it
 * @param dueAt end of the term, or null when the stage has none
 * @param term as the law says it
 * @param assigned role to person id, for stages that named people must act on
 */
public record StageEntered(
        long opening,
        String track,
        String stage,
        Titles title,
        String holder,
        String agency,
        Instant enteredAt,
        Instant dueAt,
        String term,
        List<OpenAction> actions,
        Map<String, String> assigned) {
    public StageEntered {
        actions = actions == null ? List.of() : List.copyOf(actions);
        assigned = assigned == null ? Map.of() : Map.copyOf(assigned);
    }
}
