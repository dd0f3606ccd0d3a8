package ir.parvaneh.application.checklist;

import ir.parvaneh.contracts.Reason;
import java.util.List;

/**
 * The body that asks for papers. Everything outstanding is asked for, named here or not.
 *
 * @param papers what there is to say about papers, and papers beyond the list
 * @param because why there is a second request; null for the first
 */
record AskingRequest(List<Wanted> papers, Reason because) {
    AskingRequest {
        papers = papers == null ? List.of() : List.copyOf(papers);
    }

    /** A paper and what is wrong or wanted. */
    record Wanted(String paper, Reason reason) {}
}
