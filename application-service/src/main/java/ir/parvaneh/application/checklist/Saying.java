package ir.parvaneh.application.checklist;

import ir.parvaneh.application.checklist.ChecklistItem.State;
import ir.parvaneh.application.checklist.FileChecklist.Asked;
import ir.parvaneh.application.checklist.FileChecklist.Asking;
import ir.parvaneh.application.checklist.FileChecklist.Waiver;
import ir.parvaneh.application.checklist.Standing.Listed;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.document.Reasons;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.Reason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be said about a file's papers. Pure. Missing papers are asked for once, all together: whatever is outstanding
 * is asked for, a paper that is held only for a reason of its own, and a second request stands with its reason.
 */
final class Saying {

    private static final int CREATED = 201;

    private Saying() {}

    static Verdict<FileChecklist> tell(FileChecklist said, ChecklistEdition edition, ConditionsRequest request) {
        List<Fault> unknown = request.conditions().entrySet().stream()
                .filter(one -> one.getValue() == null || !isTold(edition, one.getKey()))
                .map(one -> new Fault("/conditions/" + one.getKey(), "condition-unknown"))
                .toList();
        return unknown.isEmpty()
                ? Verdict.changed(said.telling(request.conditions()))
                : Verdict.refused(new Refusal("condition-unknown", Map.of(), unknown));
    }

    private static boolean isTold(ChecklistEdition edition, String condition) {
        var named = edition.conditions().get(condition);
        return named != null && named.told();
    }

    static Verdict<FileChecklist> waive(
            FileChecklist said, List<ChecklistItem> items, WaiverRequest request, String by, String role, Instant now) {
        boolean listed = items.stream().anyMatch(item -> item.paper().equals(request.paper()));
        if (!listed && !said.wasAskedBeyond(request.paper())) {
            return refuse("paper-not-listed", "/paper");
        }
        if (said.isWaived(request.paper())) {
            return refuse("paper-waived-already", "/paper");
        }
        Optional<Refusal> unreasoned = Reasons.personal(List.of(request.reason()));
        var told = new PaperWaived(request.paper(), by, role, request.reason().code(), now);
        return unreasoned
                .<Verdict<FileChecklist>>map(Verdict::refused)
                .orElseGet(() -> Verdict.changed(
                        said.with(new Waiver(request.paper(), by, role, request.reason(), now)),
                        List.of(new NewEvent("paper-waived", told)),
                        CREATED,
                        null));
    }

    static Verdict<FileChecklist> ask(
            FileChecklist said, Listed listed, PaperKinds kinds, AskingRequest request, String by, Instant now) {
        Map<String, Asked> asked = asked(listed, request);
        return refused(said, listed, kinds, request, asked)
                .<Verdict<FileChecklist>>map(Verdict::refused)
                .orElseGet(() -> asked(said, List.copyOf(asked.values()), request.because(), by, now));
    }

    private static Map<String, Asked> asked(Listed listed, AskingRequest request) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        listed.outstanding().forEach(paper -> asked.put(paper, asked(listed, paper, null)));
        request.papers().forEach(one -> {
            String paper = String.valueOf(one.paper());
            asked.put(paper, asked(listed, paper, one.reason()));
        });
        return asked;
    }

    private static Asked asked(Listed listed, String paper, Reason reason) {
        State state = listed.state(paper);
        return new Asked(paper, state.wire(), reason, !listed.isOnList(paper) || !state.isOutstanding());
    }

    private static Optional<Refusal> refused(
            FileChecklist said, Listed listed, PaperKinds kinds, AskingRequest request, Map<String, Asked> asked) {
        return unknown(kinds, asked.keySet())
                .or(() -> notToBeAsked(said, listed, request))
                .or(() -> asked.isEmpty() ? Optional.of(new Refusal("nothing-missing")) : Optional.empty())
                .or(() -> Reasons.personal(Stream.concat(
                                request.papers().stream().map(AskingRequest.Wanted::reason),
                                Stream.of(request.because()))
                        .filter(Objects::nonNull)
                        .toList()))
                .or(() -> again(said, request.because()));
    }

    /** What evidence proves is brought by nobody as a paper. */
    private static Optional<Refusal> unknown(PaperKinds kinds, Set<String> asked) {
        return asked.stream()
                .filter(paper ->
                        kinds.kind(paper).filter(kind -> kind.proof() == null).isEmpty())
                .findFirst()
                .map(paper -> new Refusal("paper-kind-unknown", Map.of("known", kinds.names())));
    }

    private static Optional<Refusal> notToBeAsked(FileChecklist said, Listed listed, AskingRequest request) {
        List<String> held = request.papers().stream()
                .filter(one ->
                        said.isWaived(one.paper()) || listed.isThere(one.paper()) && !Reasons.isGiven(one.reason()))
                .map(AskingRequest.Wanted::paper)
                .toList();
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal("paper-not-to-be-asked", Map.of("papers", held)));
    }

    private static Optional<Refusal> again(FileChecklist said, Reason because) {
        return said.requests().isEmpty() || Reasons.isGiven(because)
                ? Optional.empty()
                : Optional.of(new Refusal("already-asked-once"));
    }

    private static Verdict<FileChecklist> asked(
            FileChecklist said, List<Asked> papers, Reason because, String by, Instant now) {
        int number = said.timesAsked() + 1;
        var told = new DeficiencyRequested(
                number, papers.stream().map(Asked::paper).toList(), by, because == null ? null : because.code(), now);
        return Verdict.changed(
                said.with(new Asking(number, papers, by, because, now)),
                List.of(new NewEvent("deficiency-requested", told)),
                CREATED,
                null);
    }

    private static Verdict<FileChecklist> refuse(String code, String pointer) {
        return Verdict.refused(new Refusal(code, Map.of(), List.of(new Fault(pointer, code))));
    }
}
