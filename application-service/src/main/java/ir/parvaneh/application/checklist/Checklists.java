package ir.parvaneh.application.checklist;

import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.HeldPapers;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.contracts.Topics;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The checklists of files. */
public final class Checklists {

    private final Pages<FileChecklist> pages;
    private final ChecklistEditions editions;
    private final PaperKinds kinds;
    private final HeldPapers papers;
    private final CityClock clock;

    Checklists(
            Pages<FileChecklist> pages,
            ChecklistEditions editions,
            PaperKinds kinds,
            HeldPapers papers,
            CityClock clock) {
        this.pages = pages;
        this.editions = editions;
        this.kinds = kinds;
        this.papers = papers;
        this.clock = clock;
    }

    static Pages.Definition<FileChecklist> definition() {
        return new Pages.Definition<>(
                "checklists",
                "/applications/checklists",
                Topics.APPLICATIONS,
                FileChecklist.class,
                FileChecklist::blank,
                said -> Map.of(),
                List.of(),
                page -> List.of());
    }

    /** A file, its edition and what is held for it, at one moment. */
    record Desk(ApplicationFile file, ChecklistEdition edition, List<HeldPaper> held) {}

    Pages<FileChecklist> pages() {
        return pages;
    }

    PaperKinds kinds() {
        return kinds;
    }

    ChecklistEdition editionOf(ApplicationFile file) {
        return editions.of(file.process());
    }

    Mono<Desk> desk(ApplicationFile file) {
        return papers.of(file).collectList().map(held -> new Desk(file, editionOf(file), held));
    }

    Mono<Page<FileChecklist>> page(String fileId) {
        return pages.find(fileId).defaultIfEmpty(new Page<>(fileId, 0, 0, FileChecklist.blank(fileId)));
    }

    List<ChecklistItem> items(Desk desk, FileChecklist said) {
        return new Listing(desk.edition(), kinds).items(desk.file(), said, desk.held(), clock.now());
    }

    Standing standing(Desk desk, FileChecklist said) {
        return new Standing(desk.edition(), kinds, said, desk.held(), clock.now());
    }

    ChecklistView view(Desk desk, FileChecklist said) {
        List<ChecklistItem> items = items(desk, said);
        Standing.Listed listed = standing(desk, said).listed(desk.file());
        Situation situation =
                new Situation(desk.file(), said.told(), desk.edition().plotAboveM2());
        List<ChecklistView.Condition> conditions = desk.edition().conditions().entrySet().stream()
                .map(one -> new ChecklistView.Condition(
                        one.getKey(), one.getValue().title(), one.getValue().told(), situation.holds(one.getKey())))
                .toList();
        return new ChecklistView(
                desk.file().id(),
                desk.edition().edition(),
                listed.outstanding().isEmpty()
                        && items.stream().noneMatch(item -> item.state().isOutstanding()),
                items,
                listed.outstanding(),
                listed.unchecked(),
                conditions,
                said.requests());
    }
}
