package ir.parvaneh.audit;

import java.util.List;

/**
 * The chain of one aggregate as it lies in the store.
 *
 * @param number of its last event, by the page's word
 * @param head hash of its last event, by the page's word; empty when it told none
 */
record Chain(String source, String aggregate, long number, String head, List<Link> links) {
    Chain {
        links = List.copyOf(links);
    }

    /** History moved on while it was read, or holds more than the page told. */
    boolean isAhead() {
        return !links.isEmpty() && links.getLast().place() > number;
    }
}
