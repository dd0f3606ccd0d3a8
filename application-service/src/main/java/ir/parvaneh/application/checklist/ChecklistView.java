package ir.parvaneh.application.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Titles;
import java.util.List;

/**
 * A checklist on the wire.
 *
 * @param complete whether nothing is outstanding
 * @param conditions all of the edition: whether they hold, and whether a person tells so
 * @param requests what was asked for so far
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChecklistView(
        String applicationId,
        String edition,
        boolean complete,
        List<ChecklistItem> items,
        List<Condition> conditions,
        List<FileChecklist.Asking> requests) {

    /** A condition and whether it holds. */
    record Condition(String name, Titles title, boolean told, boolean holds) {}
}
