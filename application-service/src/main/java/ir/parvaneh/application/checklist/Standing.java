package ir.parvaneh.application.checklist;

import ir.parvaneh.application.checklist.ChecklistItem.State;
import ir.parvaneh.application.checklist.ChecklistView.Scan;
import ir.parvaneh.application.checklist.FileChecklist.Asked;
import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.permit.PapersStanding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the papers of a file stand, in the words its guards understand. What was asked for beyond what the list
 * lacked is outstanding until such a paper is filed after the request, or is waived.
 *
 * @param held what is held for the file, the newest of each kind first
 */
record Standing(ChecklistEdition edition, PaperKinds kinds, FileChecklist said, List<HeldPaper> held, Instant now) {

    /**
     * The papers of a list, and those asked for beyond it.
     *
     * @param items the list
     * @param outstanding kinds that must still be brought
     * @param counting the papers that stand for the file, several of a kind where several count
     * @param held kinds of which some paper counts, on the list or not
     */
    record Listed(List<ChecklistItem> items, List<String> outstanding, List<HeldPaper> counting, Set<String> held) {
        boolean isOnList(String paper) {
            return item(paper).isPresent();
        }

        /** Whether it is there and nobody waits for another one. */
        boolean isThere(String paper) {
            return !outstanding.contains(paper) && (isOnList(paper) || held.contains(paper));
        }

        State state(String paper) {
            return item(paper).map(ChecklistItem::state).orElse(held.contains(paper) ? State.HELD : State.MISSING);
        }

        private Optional<ChecklistItem> item(String paper) {
            return items.stream().filter(one -> one.paper().equals(paper)).findFirst();
        }

        List<Scan> unchecked() {
            return counting.stream()
                    .filter(paper -> paper.latest().check().quality() == HeldPaper.Quality.UNCHECKED)
                    .map(paper ->
                            new Scan(paper.kind(), paper.id(), paper.latest().number()))
                    .toList();
        }
    }

    /** As the file knows it when its last event has that number. */
    PapersStanding of(ApplicationFile file, long number) {
        Listed listed = listed(file);
        PapersStanding known =
                file.process().latest(PapersStanding.KIND, PapersStanding.class).orElseGet(PapersStanding::unknown);
        int requests = Math.max(said.timesAsked(), known.requests());
        return new PapersStanding(
                edition.edition(),
                listed.outstanding(),
                listed.unchecked().stream().map(Scan::paper).distinct().sorted().toList(),
                requests,
                requests > known.requests() ? number : known.requestKnownAt(),
                digests(listed.counting()));
    }

    Listed listed(ApplicationFile file) {
        List<ChecklistItem> items = new Listing(edition, kinds)
                .items(file, said, held, now).stream()
                        .filter(item -> item.isToBring(kinds))
                        .toList();
        List<Beyond> beyond = beyond();
        Set<String> there = held.stream()
                .filter(paper -> paper.counts(now))
                .map(HeldPaper::kind)
                .collect(Collectors.toUnmodifiableSet());
        return new Listed(items, outstanding(items, beyond), counting(items, beyond), there);
    }

    private List<String> outstanding(List<ChecklistItem> items, List<Beyond> beyond) {
        Stream<String> listed =
                items.stream().filter(item -> item.state().isOutstanding()).map(ChecklistItem::paper);
        Stream<String> asked = beyond.stream()
                .filter(one -> held.stream().noneMatch(one::isAnsweredBy))
                .map(Beyond::paper);
        return Stream.concat(listed, asked).distinct().toList();
    }

    /** All that count of a listed kind, since owners may be several; those the list names come first where there are many. */
    private List<HeldPaper> counting(List<ChecklistItem> items, List<Beyond> beyond) {
        Set<String> kindsListed = items.stream().map(ChecklistItem::paper).collect(Collectors.toSet());
        Set<String> named = items.stream().map(ChecklistItem::documentId).collect(Collectors.toSet());
        return held.stream()
                .filter(paper -> paper.counts(now))
                .filter(paper -> kindsListed.contains(paper.kind())
                        || beyond.stream().anyMatch(asked -> asked.isAnsweredBy(paper)))
                .sorted(Comparator.comparing(paper -> !named.contains(paper.id())))
                .limit(PapersStanding.MOST_HELD)
                .toList();
    }

    private static List<String> digests(List<HeldPaper> papers) {
        return papers.stream()
                .map(paper -> paper.latest().digest())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Beyond> beyond() {
        return said.requests().stream()
                .flatMap(request -> request.papers().stream()
                        .filter(Asked::beyond)
                        .map(asked -> new Beyond(asked.paper(), request.at(), now)))
                .filter(asked -> !said.isWaived(asked.paper()))
                .toList();
    }

    /** A paper that was asked for although the list did not lack it. */
    private record Beyond(String paper, Instant at, Instant now) {
        boolean isAnsweredBy(HeldPaper one) {
            return one.kind().equals(paper)
                    && one.counts(now)
                    && !one.latest().filedAt().isBefore(at);
        }
    }
}
