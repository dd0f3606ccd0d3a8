package ir.parvaneh.contracts;

import java.util.List;

/**
 * An action open in a stage.
 *
 * @param signedBy roles whose signatures it needs, in order; all by different people
 * @param presence where it asks the citizen to stand, or null
 * @param evidence what must be shown, or null
 * @param barred ids of people who may not take it, because they prepared what it judges
 */
public record OpenAction(
        String name,
        Titles title,
        List<String> signedBy,
        String presence,
        EvidenceSchema evidence,
        boolean reasonsRequired,
        List<String> barred) {
    public OpenAction {
        signedBy = signedBy == null ? List.of() : List.copyOf(signedBy);
        barred = barred == null ? List.of() : List.copyOf(barred);
    }
}
