package ir.parvaneh.application.checklist;

import ir.parvaneh.contracts.Reason;
import java.util.List;

/**
 * The body that asks for papers. Everything outstanding is asked for, named here or not.
 *
 * @param papers what there is to say about papers, papers beyond the list, and papers held that are wanted anew
 * @param because why there is a second request; null for the first
 */
record AskingRequest(List<Wanted> papers, Reason because) {
    AskingRequest {
        papers = papers == null ? List.of() : List.copyOf(papers);
    }

    /** A paper and what is wrong or wanted; one that is held is wanted anew for this reason only. */
    record Wanted(String paper, Reason reason) {}
}
