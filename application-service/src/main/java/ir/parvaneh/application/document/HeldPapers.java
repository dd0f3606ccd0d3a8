package ir.parvaneh.application.document;

import ir.parvaneh.application.document.HeldPaper.Check;
import ir.parvaneh.application.document.HeldPaper.Version;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.application.screening.Screened.Traits;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.Topics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The papers that are held, and which of them count for a file. */
public final class HeldPapers {

    static final String WAITING = "waiting";
    private static final String OWNER = "ownerId";
    private static final String PLOT = "renovationCode";
    private static final String REACH = "reach";
    private static final int MOST = 500;
    private static final int MOST_VERSIONS = 20;

    private final Pages<HeldPaper> papers;
    private final PaperKinds kinds;

    HeldPapers(Pages<HeldPaper> papers, PaperKinds kinds) {
        this.papers = papers;
        this.kinds = kinds;
    }

    static Pages.Definition<HeldPaper> definition() {
        return new Pages.Definition<>(
                "documents",
                "/applications/documents",
                Topics.APPLICATIONS,
                HeldPaper.class,
                HeldPaper::blank,
                HeldPapers::found,
                List.of(Index.on(OWNER, PLOT), Index.on(OWNER, REACH), Index.sparse(WAITING)),
                page -> List.of());
    }

    private static Map<String, Object> found(HeldPaper paper) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (paper.exists()) {
            fields.put(OWNER, paper.ownerId());
            fields.put(PLOT, paper.renovationCode());
            fields.put(REACH, paper.reach().name());
            if (paper.latest().check().quality() == HeldPaper.Quality.UNCHECKED) {
                fields.put(WAITING, FilePages.place(paper.latest().filedAt(), paper.id()));
            }
        }
        return fields;
    }

    /** What a version is made of. */
    public record Filing(
            String paperId, String uploadId, String kind, String digest, long lengthBytes, String name, String by) {}

    /** Every paper that reaches this file, the newest filing of each kind first: its own, and those of its plot and owner. */
    public Flux<HeldPaper> of(ApplicationFile file) {
        Document ofPlot =
                new Document(OWNER, file.ownerId()).append(PLOT, file.facts().renovationCode());
        Document ofPerson = new Document(OWNER, file.ownerId()).append(REACH, PaperKind.Reach.PERSON.name());
        return Flux.concat(query(ofPlot), query(ofPerson))
                .filter(paper -> reaches(paper, file))
                .distinct(HeldPaper::id)
                .sort((one, other) ->
                        other.latest().filedAt().compareTo(one.latest().filedAt()));
    }

    private Flux<HeldPaper> query(Document filter) {
        return papers.query(filter, new Document("_id", 1), MOST).map(Page::body);
    }

    /** Whether a paper counts for a file as far as owner and plot go. */
    public static boolean reaches(HeldPaper paper, ApplicationFile file) {
        return paper.ownerId().equals(file.ownerId())
                && switch (paper.reach()) {
                    case FILE -> paper.applicationId().equals(file.id());
                    case PLOT -> paper.renovationCode().equals(file.facts().renovationCode());
                    case PERSON -> true;
                };
    }

    /** Papers whose scan nobody has looked at, oldest first, after that place. */
    Flux<Page<HeldPaper>> waiting(String after, int limit) {
        Document query = new Document(WAITING, new Document("$gt", after));
        return papers.query(query, new Document(WAITING, 1), limit);
    }

    Mono<Page<HeldPaper>> find(String id) {
        return papers.find(id).filter(page -> page.body().exists());
    }

    /** The paper, where it reaches the file. */
    public Mono<HeldPaper> find(String id, ApplicationFile file) {
        return find(id).map(Page::body).filter(paper -> reaches(paper, file));
    }

    /** Files a version of a paper; what an upload brought before is not filed again. */
    public Mono<Outcome<HeldPaper>> file(ApplicationFile file, Filing filing, Traits traits, Instant now) {
        return papers.change(filing.paperId(), Cause.clock(), page -> filed(page.body(), file, filing, traits, now));
    }

    private Verdict<HeldPaper> filed(HeldPaper paper, ApplicationFile file, Filing filing, Traits traits, Instant now) {
        if (paper.broughtBy(filing.uploadId())) {
            return Verdict.unchanged();
        }
        if (paper.versions().size() >= MOST_VERSIONS) {
            return Verdict.refused(new Refusal("too-many-items", Map.of("most", MOST_VERSIONS)));
        }
        PaperKind kind = kinds.kind(filing.kind()).orElseThrow();
        HeldPaper before = paper.exists() ? paper : begun(file, filing.paperId(), kind);
        Version added = version(before, filing, traits, kind, now);
        var told = new DocumentFiled(
                file.id(), kind.name(), added.number(), added.digest(), traits.pages(), filing.by(), now);
        return Verdict.changed(before.with(added), new NewEvent("document-filed", told));
    }

    private static HeldPaper begun(ApplicationFile file, String paperId, PaperKind kind) {
        return new HeldPaper(
                paperId,
                file.id(),
                file.ownerId(),
                file.facts().renovationCode(),
                kind.name(),
                kind.reach(),
                List.of());
    }

    private static Version version(HeldPaper paper, Filing filing, Traits traits, PaperKind kind, Instant now) {
        return new Version(
                paper.versions().size() + 1,
                filing.digest(),
                filing.lengthBytes(),
                traits,
                filing.name(),
                filing.uploadId(),
                filing.by(),
                now,
                kind.validUntil(now),
                Check.waiting());
    }

    Pages<HeldPaper> pages() {
        return papers;
    }
}
