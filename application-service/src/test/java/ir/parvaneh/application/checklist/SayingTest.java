package ir.parvaneh.application.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.checklist.ChecklistItem.State;
import ir.parvaneh.application.checklist.Standing.Listed;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SayingTest {

    private static final Instant NOW = Instant.parse("2025-05-03T05:30:00Z");
    private static final PaperKinds KINDS = PaperKinds.load();
    private static final List<ChecklistItem> ITEMS = List.of(
            item("deed", State.HELD),
            item("identity-papers", State.UNCHECKED),
            item("utility-bills", State.EXPIRED),
            item("probate", State.MISSING));

    @Test
    void whatever_is_outstanding_is_asked_for_and_nothing_else() {
        FileChecklist asked = changed(ask(FileChecklist.blank("f"), null));
        assertThat(asked.requests().getFirst().papers())
                .extracting(FileChecklist.Asked::paper)
                .containsExactly("utility-bills", "probate");
        assertThat(asked.requests().getFirst().papers())
                .extracting(FileChecklist.Asked::state)
                .containsExactly("expired", "missing");
    }

    @Test
    void a_second_request_needs_its_reason_and_keeps_it() {
        FileChecklist once = changed(ask(FileChecklist.blank("f"), null));
        assertThat(code(ask(once, null))).isEqualTo("already-asked-once");
        assertThat(code(ask(once, new Reason("", "because")))).isEqualTo("reasons-required");
        assertThat(code(ask(once, new Reason("new-finding", "call 09123456789"))))
                .isEqualTo("personal-data-in-text");
        FileChecklist twice = changed(ask(once, new Reason("new-finding", "the plot was split")));
        assertThat(twice.requests()).hasSize(2);
        assertThat(twice.requests().getLast().because().code()).isEqualTo("new-finding");
    }

    @Test
    void nothing_is_asked_for_when_nothing_is_missing() {
        Verdict<FileChecklist> verdict = Saying.ask(
                FileChecklist.blank("f"),
                listed(ITEMS.subList(0, 2)),
                KINDS,
                new AskingRequest(null, null),
                "clerk",
                NOW);
        assertThat(code(verdict)).isEqualTo("nothing-missing");
    }

    @Test
    void what_evidence_proves_is_asked_for_as_a_paper_by_nobody() {
        var presence = List.of(item("owners-presence", State.MISSING), item("application-form", State.MISSING));
        assertThat(code(Saying.ask(
                        FileChecklist.blank("f"),
                        listed(presence),
                        KINDS,
                        new AskingRequest(null, null),
                        "clerk",
                        NOW)))
                .isEqualTo("nothing-missing");
        assertThat(code(wants("owners-presence"))).isEqualTo("paper-kind-unknown");
    }

    @Test
    void what_is_held_cannot_be_asked_for_and_what_nobody_knows_neither() {
        assertThat(code(wants("deed"))).isEqualTo("paper-not-to-be-asked");
        assertThat(code(wants("identity-papers"))).isEqualTo("paper-not-to-be-asked");
        assertThat(code(wants("rumour"))).isEqualTo("paper-kind-unknown");
    }

    private static Verdict<FileChecklist> wants(String paper) {
        var request = new AskingRequest(List.of(new AskingRequest.Wanted(paper, null)), null);
        return Saying.ask(FileChecklist.blank("f"), listed(ITEMS), KINDS, request, "clerk", NOW);
    }

    private static Verdict<FileChecklist> ask(FileChecklist said, Reason because) {
        return Saying.ask(said, listed(ITEMS), KINDS, new AskingRequest(null, because), "clerk", NOW);
    }

    private static Listed listed(List<ChecklistItem> items) {
        List<String> outstanding = items.stream()
                .filter(item -> item.isToBring(KINDS) && item.state().isOutstanding())
                .map(ChecklistItem::paper)
                .toList();
        return new Listed(items, outstanding, List.of(), Set.of());
    }

    private static FileChecklist changed(Verdict<FileChecklist> verdict) {
        return ((Verdict.Changed<FileChecklist>) verdict).body();
    }

    private static String code(Verdict<FileChecklist> verdict) {
        return verdict instanceof Verdict.Refused<FileChecklist> refused
                ? refused.refusal().code()
                : "taken";
    }

    private static ChecklistItem item(String paper, State state) {
        return new ChecklistItem(
                paper,
                "D00",
                new Titles("", ""),
                ChecklistItem.Need.REQUIRED,
                List.of(),
                state,
                null,
                false,
                null,
                null);
    }
}
