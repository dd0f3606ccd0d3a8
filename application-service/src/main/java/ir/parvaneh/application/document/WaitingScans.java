package ir.parvaneh.application.document;

import ir.parvaneh.application.document.DocumentEndpoints.WaitingScan;
import ir.parvaneh.application.document.DocumentView.VersionView;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The scans nobody has looked at, for those who judge them at the office that has their file now: a file changes its office, and
 * papers are filed before it has one, so the office is asked of the file. One answer looks at no more than
 * {@value #LOOKED_AT} scans of the city; the cursor goes on from there.
 */
final class WaitingScans {

    private static final int LOOKED_AT = 300;
    private static final String QUERY = "quality-checks";

    private final HeldPapers papers;
    private final Pages<ApplicationFile> files;
    private final Cursors cursors;

    WaitingScans(HeldPapers papers, Pages<ApplicationFile> files, Cursors cursors) {
        this.papers = papers;
        this.files = files;
        this.cursors = cursors;
    }

    private record Seen(HeldPaper paper, boolean mine) {}

    Mono<Slice<WaitingScan>> of(Caller caller, int limit, String cursor) {
        if (!PaperSight.checksSomewhere(caller)) {
            throw new Refused("forbidden");
        }
        String after = cursors.read(QUERY, cursor);
        return papers.waiting(after == null ? "" : after, LOOKED_AT)
                .map(Page::body)
                .concatMap(paper -> seen(paper, caller))
                .collectList()
                .map(seen -> page(seen, limit));
    }

    private Mono<Seen> seen(HeldPaper paper, Caller caller) {
        return files.find(paper.applicationId()).map(file -> new Seen(paper, PaperSight.checks(caller, file.body())));
    }

    private Slice<WaitingScan> page(List<Seen> seen, int limit) {
        List<HeldPaper> mine =
                seen.stream().filter(Seen::mine).map(Seen::paper).limit(limit).toList();
        boolean full = mine.size() == limit;
        boolean more = full || seen.size() == LOOKED_AT;
        HeldPaper last =
                full ? mine.getLast() : seen.isEmpty() ? null : seen.getLast().paper();
        return new Slice<>(
                mine.stream().map(WaitingScans::line).toList(), more ? cursors.write(QUERY, place(last)) : null);
    }

    private static String place(HeldPaper paper) {
        return FilePages.place(paper.latest().filedAt(), paper.id());
    }

    private static WaitingScan line(HeldPaper paper) {
        return new WaitingScan(paper.id(), paper.applicationId(), paper.kind(), VersionView.of(paper.latest()));
    }
}
