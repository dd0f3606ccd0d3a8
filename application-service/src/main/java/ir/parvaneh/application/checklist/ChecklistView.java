package ir.parvaneh.application.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Titles;
import java.util.List;

/**
 * A checklist on the wire.
 *
 * @param complete whether nothing is outstanding
 * @param toBring the papers the owner still has to bring, those asked for beyond the list among them
 * @param toCheck the scans nobody has looked at
 * @param conditions all of the edition: whether they hold, and whether a person tells so
 * @param requests what was asked for so far
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChecklistView(
        String applicationId,
        String edition,
        boolean complete,
        List<ChecklistItem> items,
        List<String> toBring,
        List<Scan> toCheck,
        List<Condition> conditions,
        List<FileChecklist.Asking> requests) {

    /** A scan: a version of a paper. */
    record Scan(String paper, String documentId, int version) {}

    /** A condition and whether it holds. */
    record Condition(String name, Titles title, boolean told, boolean holds) {}
}
