package ir.parvaneh.application.checklist;

import ir.parvaneh.application.checklist.ChecklistItem.State;
import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.permit.PapersStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the papers of a file stand, in the words its guards understand. What was asked for beyond the list is outstanding
 * until such a paper is filed after the request.
 *
 * @param held what is held for the file, the newest of each kind first
 */
record Standing(ChecklistEdition edition, PaperKinds kinds, FileChecklist said, List<HeldPaper> held, Instant now) {

    /** As the file knows it when its last event has that number. */
    PapersStanding of(ApplicationFile file, long number) {
        List<ChecklistItem> items = new Listing(edition, kinds)
                .items(file, said, held, now).stream()
                        .filter(item -> item.isToBring(kinds))
                        .toList();
        List<HeldPaper> brought = brought(items);
        PapersStanding known = file.process()
                .latest(PapersStanding.KIND, PapersStanding.class)
                .orElseGet(PapersStanding::unknown);
        int requests = Math.max(said.requests().size(), known.requests());
        return new PapersStanding(
                edition.edition(),
                outstanding(items),
                unchecked(items, brought),
                requests,
                requests > known.requests() ? number : known.requestKnownAt(),
                digests(items, brought));
    }

    private List<String> outstanding(List<ChecklistItem> items) {
        Stream<String> listed = items.stream()
                .filter(item -> item.state().isOutstanding())
                .map(ChecklistItem::paper);
        Stream<String> beyond = beyond(items).stream()
                .filter(asked -> held.stream().noneMatch(asked::isAnsweredBy))
                .map(Beyond::paper);
        return Stream.concat(listed, beyond).distinct().toList();
    }

    private static List<String> unchecked(List<ChecklistItem> items, List<HeldPaper> brought) {
        Stream<String> listed = items.stream()
                .filter(item -> item.state() == State.UNCHECKED)
                .map(ChecklistItem::paper);
        Stream<String> beyond = brought.stream()
                .filter(paper -> paper.latest().check().quality() == HeldPaper.Quality.UNCHECKED)
                .map(HeldPaper::kind);
        return Stream.concat(listed, beyond).distinct().toList();
    }

    private List<String> digests(List<ChecklistItem> items, List<HeldPaper> brought) {
        Stream<HeldPaper> listed = held.stream()
                .filter(paper -> paper.counts(now))
                .filter(paper -> items.stream().anyMatch(item -> paper.id().equals(item.documentId())));
        return Stream.concat(listed, brought.stream())
                .map(paper -> paper.latest().digest())
                .distinct()
                .sorted()
                .toList();
    }

    /** The papers that answer what was asked for beyond the list. */
    private List<HeldPaper> brought(List<ChecklistItem> items) {
        List<HeldPaper> brought = new ArrayList<>();
        beyond(items).forEach(asked -> held.stream()
                .filter(asked::isAnsweredBy)
                .max(Comparator.comparing(paper -> paper.latest().filedAt()))
                .ifPresent(brought::add));
        return brought;
    }

    private List<Beyond> beyond(List<ChecklistItem> items) {
        return said.requests().stream()
                .flatMap(request -> request.papers().stream().map(asked -> new Beyond(asked.paper(), request.at(), now)))
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
