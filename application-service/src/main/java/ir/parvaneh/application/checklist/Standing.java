package ir.parvaneh.application.checklist;

import ir.parvaneh.application.checklist.ChecklistView.Scan;
import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.permit.PapersStanding;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the papers of a file stand, in the words its guards understand. What was asked for beyond the list is outstanding
 * until such a paper is filed after the request.
 *
 * @param held what is held for the file, the newest of each kind first
 */
record Standing(ChecklistEdition edition, PaperKinds kinds, FileChecklist said, List<HeldPaper> held, Instant now) {

    /**
     * The papers of a list, and those asked for beyond it.
     *
     * @param outstanding kinds that must still be brought
     * @param counting the papers that stand for the others
     */
    record Listed(List<String> outstanding, List<HeldPaper> counting) {
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
        int requests = Math.max(said.requests().size(), known.requests());
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
        List<Beyond> beyond = beyond(items);
        return new Listed(outstanding(items, beyond), counting(items, beyond));
    }

    private List<String> outstanding(List<ChecklistItem> items, List<Beyond> beyond) {
        Stream<String> listed =
                items.stream().filter(item -> item.state().isOutstanding()).map(ChecklistItem::paper);
        Stream<String> asked = beyond.stream()
                .filter(one -> held.stream().noneMatch(one::isAnsweredBy))
                .map(Beyond::paper);
        return Stream.concat(listed, asked).distinct().toList();
    }

    private List<HeldPaper> counting(List<ChecklistItem> items, List<Beyond> beyond) {
        return held.stream()
                .filter(paper -> paper.counts(now))
                .filter(paper -> items.stream().anyMatch(item -> paper.id().equals(item.documentId()))
                        || beyond.stream().anyMatch(asked -> asked.isAnsweredBy(paper)))
                .toList();
    }

    private static List<String> digests(List<HeldPaper> papers) {
        return papers.stream()
                .map(paper -> paper.latest().digest())
                .distinct()
                .sorted()
                .limit(PapersStanding.MOST_HELD)
                .toList();
    }

    private List<Beyond> beyond(List<ChecklistItem> items) {
        return said.requests().stream()
                .flatMap(
                        request -> request.papers().stream().map(asked -> new Beyond(asked.paper(), request.at(), now)))
                .filter(asked -> kinds.kind(asked.paper())
                        .filter(kind -> kind.proof() == null)
                        .isPresent())
                .filter(asked -> items.stream().noneMatch(item -> item.paper().equals(asked.paper())))
                .toList();
    }

    /** A paper that was asked for although it is not on the list. */
    private record Beyond(String paper, Instant at, Instant now) {
        boolean isAnsweredBy(HeldPaper one) {
            return one.kind().equals(paper)
                    && one.counts(now)
                    && !one.latest().filedAt().isBefore(at);
        }
    }
}
