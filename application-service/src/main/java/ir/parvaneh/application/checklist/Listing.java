package ir.parvaneh.application.checklist;

import ir.parvaneh.application.checklist.ChecklistEdition.Rule;
import ir.parvaneh.application.checklist.ChecklistItem.Need;
import ir.parvaneh.application.checklist.ChecklistItem.State;
import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.PaperKind;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.ApplicationFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of a file's papers, computed: edition, file, what was told, what is held, and now. */
final class Listing {

    private final ChecklistEdition edition;
    private final PaperKinds kinds;

    Listing(ChecklistEdition edition, PaperKinds kinds) {
        this.edition = edition;
        this.kinds = kinds;
    }

    List<ChecklistItem> items(ApplicationFile file, FileChecklist said, List<HeldPaper> held, Instant now) {
        Situation situation = new Situation(file, said.told(), edition.plotAboveM2());
        List<ChecklistItem> items = new ArrayList<>();
        needed(situation).forEach((paper, rule) -> items.add(item(rule, file, said, held, now)));
        return items;
    }

    /** The rules that hold, one for each paper; one without conditions before one with. */
    private Map<String, Rule> needed(Situation situation) {
        Map<String, Rule> needed = new LinkedHashMap<>();
        var facts = situation.file().facts();
        for (Rule rule : edition.rulesOf(facts.requestType(), facts.districtNo())) {
            if (rule.when().stream().allMatch(situation::holds)) {
                needed.merge(rule.paper(), rule, (one, other) -> one.when().isEmpty() ? one : other);
            }
        }
        return needed;
    }

    private ChecklistItem item(Rule rule, ApplicationFile file, FileChecklist said, List<HeldPaper> held, Instant now) {
        PaperKind kind = kinds.kind(rule.paper()).orElseThrow();
        Optional<FileChecklist.Waiver> waiver = said.waivers().stream()
                .filter(one -> one.paper().equals(kind.name()))
                .findFirst();
        Optional<HeldPaper> best = best(kind, held, now);
        State state = waiver.isPresent() ? State.WAIVED : state(kind, file, best, now);
        return new ChecklistItem(
                kind.name(),
                kind.code(),
                kind.title(),
                rule.when().isEmpty() ? Need.REQUIRED : Need.CONDITIONAL,
                rule.when(),
                state,
                best.map(HeldPaper::id).orElse(null),
                best.filter(paper -> !paper.applicationId().equals(file.id())).isPresent(),
                best.map(paper -> paper.latest().validUntil()).orElse(null),
                waiver.orElse(null));
    }

    /** The paper that stands best: accepted, then not looked at, then the newest of the others. */
    private static Optional<HeldPaper> best(PaperKind kind, List<HeldPaper> held, Instant now) {
        List<HeldPaper> ofKind =
                held.stream().filter(paper -> paper.kind().equals(kind.name())).toList();
        return ofKind.stream()
                .filter(paper -> paper.counts(now) && isAccepted(paper))
                .findFirst()
                .or(() -> ofKind.stream().filter(paper -> paper.counts(now)).findFirst())
                .or(() -> ofKind.stream().findFirst());
    }

    private static State state(PaperKind kind, ApplicationFile file, Optional<HeldPaper> best, Instant now) {
        if (kind.proof() != null) {
            return file.process().evidence().containsKey(kind.proof()) ? State.HELD : State.MISSING;
        }
        return best.map(paper -> state(paper, now)).orElse(State.MISSING);
    }

    private static State state(HeldPaper paper, Instant now) {
        if (paper.isExpired(now)) {
            return State.EXPIRED;
        }
        return switch (paper.latest().check().quality()) {
            case ACCEPTED -> State.HELD;
            case UNCHECKED -> State.UNCHECKED;
            case REJECTED -> State.REJECTED;
        };
    }

    private static boolean isAccepted(HeldPaper paper) {
        return paper.latest().check().quality() == HeldPaper.Quality.ACCEPTED;
    }
}
