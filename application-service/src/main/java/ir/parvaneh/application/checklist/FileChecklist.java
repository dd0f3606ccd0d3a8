package ir.parvaneh.application.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people said about the papers of one file; the list itself follows from the edition, the file and what is held.
 *
 * @param told conditions by name
 * @param waivers papers that need not be brought
 * @param requests what was asked for last, oldest first; each names whatever was outstanding, so older ones say no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileChecklist(String id, Map<String, Boolean> told, List<Waiver> waivers, List<Asking> requests) {

    private static final int KEPT = 10;

    FileChecklist {
        told = told == null ? Map.of() : Map.copyOf(told);
        waivers = waivers == null ? List.of() : List.copyOf(waivers);
        requests = requests == null ? List.of() : List.copyOf(requests);
    }

    /** A paper that need not be brought, by whom and why. */
    record Waiver(String paper, String by, String role, Reason reason, Instant at) {}

    /**
     * One request for missing papers.
     *
     * @param because why there is a second one; null for the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asking(int number, List<Asked> papers, String by, Reason because, Instant at) {
        Asking {
            papers = List.copyOf(papers);
        }
    }

    /**
     * A paper asked for; the reason is null when its state says enough.
     *
     * @param beyond whether it was asked for although the list did not lack it: it must be brought whatever becomes of the
     *     list
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(String paper, String state, Reason reason, boolean beyond) {}

    static FileChecklist blank(String id) {
        return new FileChecklist(id, null, null, null);
    }

    /** How often papers were asked for. */
    int timesAsked() {
        return requests.isEmpty() ? 0 : requests.getLast().number();
    }

    boolean isWaived(String paper) {
        return waivers.stream().anyMatch(one -> one.paper().equals(paper));
    }

    boolean wasAskedBeyond(String paper) {
        return requests.stream()
                .flatMap(request -> request.papers().stream())
                .anyMatch(asked -> asked.beyond() && asked.paper().equals(paper));
    }

    FileChecklist telling(Map<String, Boolean> more) {
        Map<String, Boolean> all = new TreeMap<>(told);
        all.putAll(more);
        return new FileChecklist(id, all, waivers, requests);
    }

    FileChecklist with(Waiver waiver) {
        List<Waiver> all = new ArrayList<>(waivers);
        all.add(waiver);
        return new FileChecklist(id, told, all, requests);
    }

    FileChecklist with(Asking asking) {
        List<Asking> all = new ArrayList<>(requests);
        all.add(asking);
        return new FileChecklist(id, told, waivers, all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }
}
