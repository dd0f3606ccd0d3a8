package ir.parvaneh.application.checklist;

import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.HeldPapers;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.application.file.Learning;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.application.permit.PaperGuards;
import ir.parvaneh.application.permit.PapersStanding;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Turns;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has files learn how their papers stand. Whoever changes a paper, or what is said about papers, tells it here before he
 * answers; a round heals what a crash or the passing of time left.
 */
public final class PapersOfTheFile {

    private static final int MOST_FILES = 500;
    private static final int AT_ONCE = 200;
    /** Each look that changes something is followed by another: what was read may have been overtaken. */
    private static final int MOST_LOOKS = 5;

    private final Pages<ApplicationFile> files;
    private final Checklists checklists;
    private final FileJudge judge;
    private final CityClock clock;
    private final Turns turns = new Turns("how papers stand in the file", 8);
    private volatile String swept = "";

    PapersOfTheFile(Pages<ApplicationFile> files, Checklists checklists, FileJudge judge, CityClock clock) {
        this.files = files;
        this.checklists = checklists;
        this.judge = judge;
        this.clock = clock;
    }

    /** Tells every living file that one of these papers of an owner reaches, where it is asked for its papers. */
    public Mono<Void> tellOf(List<HeldPaper> papers) {
        if (papers.isEmpty()) {
            return Mono.empty();
        }
        Document asked = new Document(FilePages.OWNER, papers.getFirst().ownerId())
                .append(FilePages.PAPERS_ASKED, new Document("$gt", ""));
        return files.query(asked, new Document("_id", 1), MOST_FILES)
                .map(Page::body)
                .filter(file -> papers.stream().anyMatch(paper -> HeldPapers.reaches(paper, file)))
                .concatMap(this::tell)
                .then();
    }

    /** Tells one file, wherever it stands. */
    public Mono<Void> tell(ApplicationFile file) {
        return tell(file, MOST_LOOKS);
    }

    /** The same where the file stands where it is asked for its papers. */
    public Mono<Void> tellIfAsked(ApplicationFile file) {
        return PapersStanding.isAskedFor(file.process()) ? tell(file) : Mono.empty();
    }

    private Mono<Void> tell(ApplicationFile file, int looks) {
        if (looks == 0 || !knowsPapers(file)) {
            return Mono.empty();
        }
        return read(file)
                .filter(standing -> !isKnown(file, standing))
                .flatMap(standing -> files.change(file.id(), Cause.clock(), page -> verdict(page, standing)))
                .map(Commands::saved)
                .flatMap(saved -> tell(saved.page().body(), looks - 1));
    }

    private Verdict<ApplicationFile> verdict(Page<ApplicationFile> page, Standing standing) {
        return learned(page, standing)
                .<Verdict<ApplicationFile>>map(moved -> Verdict.changed(moved.file(), moved.events()))
                .orElseGet(Verdict::unchanged);
    }

    /** For a step of the owner's, with which the file learns how its papers stand if that is asked for before or after. */
    public Mono<Learning> with(ApplicationFile file, String action) {
        return file.exists() && knowsPapers(file) && isConcerned(file, action)
                ? read(file).map(standing -> page -> ifAsked(page, standing))
                : Mono.just(Learning.NOTHING);
    }

    private boolean isConcerned(ApplicationFile file, String action) {
        String process = file.process().process();
        return file.process().open().stream()
                .flatMap(open -> judge.tableOf(file).actionsOf(open).stream()
                        .filter(one -> one.name().equals(action))
                        .filter(one -> PapersStanding.isAskedIn(process, open.stage())
                                || PapersStanding.isAskedIn(process, one.then().written())))
                .findAny()
                .isPresent();
    }

    private Optional<Ruling.Moved> ifAsked(Page<ApplicationFile> page, Standing standing) {
        return PapersStanding.isAskedFor(page.body().process()) ? learned(page, standing) : Optional.empty();
    }

    private Optional<Ruling.Moved> learned(Page<ApplicationFile> page, Standing standing) {
        ApplicationFile file = page.body();
        if (file.process().hasEnded() || isKnown(file, standing)) {
            return Optional.empty();
        }
        return switch (judge.learn(page, PapersStanding.KIND, standing.of(file, page.number()), clock.now())) {
            case Ruling.Moved moved -> Optional.of(moved);
            case Ruling.Refused refused -> Optional.empty();
        };
    }

    /** The number of its last event matters only with a request the file has not heard of. */
    private static boolean isKnown(ApplicationFile file, Standing standing) {
        return file.process()
                .latest(PapersStanding.KIND, PapersStanding.class)
                .filter(known -> known.equals(standing.of(file, 0)))
                .isPresent();
    }

    private Mono<Standing> read(ApplicationFile file) {
        return Mono.zip(checklists.desk(file), checklists.page(file.id()))
                .map(both -> checklists.standing(both.getT1(), both.getT2().body()));
    }

    /** Whether the file was begun under a table that asks for its papers. */
    private boolean knowsPapers(ApplicationFile file) {
        return !file.process().hasEnded()
                && !Collections.disjoint(judge.tableOf(file).conditions(), PaperGuards.NAMES);
    }

    /** Looks at the next files that stand where they are asked for their papers; the last look begins again. */
    Mono<Void> sweep() {
        Document after = new Document(FilePages.PAPERS_ASKED, new Document("$gt", swept));
        return files.query(after, new Document(FilePages.PAPERS_ASKED, 1), AT_ONCE)
                .map(Page::body)
                .collectList()
                .doOnNext(found ->
                        swept = found.size() < AT_ONCE ? "" : found.getLast().id())
                .flatMap(found -> turns.each(Flux.fromIterable(found), ApplicationFile::id, this::tell));
    }
}
