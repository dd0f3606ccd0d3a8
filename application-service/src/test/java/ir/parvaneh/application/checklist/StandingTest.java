package ir.parvaneh.application.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.checklist.Standing.Listed;
import ir.parvaneh.application.document.HeldPaper;
import ir.parvaneh.application.document.HeldPaper.Check;
import ir.parvaneh.application.document.HeldPaper.Quality;
import ir.parvaneh.application.document.HeldPaper.Version;
import ir.parvaneh.application.document.PaperKind;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.application.permit.PapersStanding;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the papers of one new building in district 7 stand while people say things about them. */
class StandingTest {

    private static final PaperKinds KINDS = PaperKinds.load();
    private static final ChecklistEdition EDITION =
            ChecklistEditions.load(KINDS).edition("1404-2");
    private static final Reason REASON = new Reason("another-owner", "the deed names somebody else");

    private final GivenFile file = new GivenFile();
    private final List<HeldPaper> held = new ArrayList<>();
    private FileChecklist said = FileChecklist.blank("file-1");
    private Instant now = GivenFile.START;

    private StandingTest holds(String id, String kind, Quality quality) {
        now = now.plus(Duration.ofHours(1));
        Check check = new Check(quality, null, null, null, null);
        Version version = new Version(1, "digest of " + id, 1, null, null, "up-" + id, "owner", now, null, check);
        held.removeIf(paper -> paper.id().equals(id));
        held.addFirst(
                new HeldPaper(id, "file-1", "owner-1", "7-1-12-4-0-0-0", kind, PaperKind.Reach.PLOT, List.of(version)));
        return this;
    }

    private StandingTest holdsEverything() {
        for (String kind : listed().outstanding()) {
            holds(kind, kind, Quality.ACCEPTED);
        }
        return this;
    }

    private Listed listed() {
        return new Standing(EDITION, KINDS, said, held, now).listed(file.body());
    }

    private String asks(String paper, Reason reason) {
        now = now.plus(Duration.ofHours(1));
        var wanted = paper == null ? null : List.of(new AskingRequest.Wanted(paper, reason));
        return takes(Saying.ask(said, listed(), KINDS, new AskingRequest(wanted, REASON), "clerk", now));
    }

    private String waives(String paper) {
        var items = new Listing(EDITION, KINDS).items(file.body(), said, held, now);
        return takes(Saying.waive(said, items, new WaiverRequest(paper, REASON), "head", "district-head", now));
    }

    private String takes(Verdict<FileChecklist> verdict) {
        if (verdict instanceof Verdict.Changed<FileChecklist> changed) {
            said = changed.body();
            return "taken";
        }
        return verdict instanceof Verdict.Refused<FileChecklist> refused
                ? refused.refusal().code()
                : "unchanged";
    }

    private List<String> lastAsked() {
        return said.requests().getLast().papers().stream()
                .map(FileChecklist.Asked::paper)
                .toList();
    }

    @Test
    void an_accepted_paper_is_wanted_anew_for_a_reason_until_a_later_one_counts() {
        holdsEverything();
        assertThat(asks("deed", null)).isEqualTo("paper-not-to-be-asked");
        assertThat(asks("deed", REASON)).isEqualTo("taken");
        assertThat(said.requests().getLast().papers().getFirst().state()).isEqualTo("held");
        assertThat(listed().outstanding()).containsExactly("deed");
        holds("another-deed", "deed", Quality.REJECTED);
        assertThat(listed().outstanding()).containsExactly("deed");
        holds("deed", "deed", Quality.UNCHECKED);
        assertThat(listed().outstanding()).isEmpty();
        assertThat(listed().unchecked())
                .extracting(ChecklistView.Scan::documentId)
                .containsExactly("deed");
    }

    @Test
    void a_scan_nobody_has_looked_at_is_wanted_anew_as_well() {
        holdsEverything().holds("deed", "deed", Quality.UNCHECKED);
        assertThat(asks("deed", REASON)).isEqualTo("taken");
        assertThat(listed().outstanding()).containsExactly("deed");
    }

    @Test
    void what_was_only_listed_follows_the_list() {
        said = said.telling(Map.of("owner-deceased", true));
        assertThat(asks("probate", REASON)).isEqualTo("taken");
        assertThat(listed().outstanding()).contains("probate");
        said = said.telling(Map.of("owner-deceased", false));
        assertThat(listed().outstanding()).doesNotContain("probate");
    }

    @Test
    void what_was_asked_for_beyond_the_list_stays_until_it_is_brought_or_waived() {
        holdsEverything();
        assertThat(waives("letter")).isEqualTo("paper-not-listed");
        assertThat(asks("letter", REASON)).isEqualTo("taken");
        assertThat(listed().outstanding()).containsExactly("letter");
        assertThat(waives("letter")).isEqualTo("taken");
        assertThat(listed().outstanding()).isEmpty();
        assertThat(asks("letter", REASON)).isEqualTo("paper-not-to-be-asked");
        assertThat(asks("deed", REASON)).isEqualTo("taken");
        assertThat(waives("deed")).isEqualTo("taken");
        assertThat(listed().outstanding()).isEmpty();
    }

    /** Brought, rejected: the next request has it again, although the list does not name it. */
    @Test
    void a_request_names_what_is_still_outstanding_beyond_the_list() {
        holdsEverything();
        asks("letter", REASON);
        holds("letter", "letter", Quality.REJECTED);
        assertThat(asks(null, null)).isEqualTo("taken");
        assertThat(lastAsked()).containsExactly("letter");
        holds("letter", "letter", Quality.ACCEPTED);
        assertThat(listed().outstanding()).isEmpty();
    }

    @Test
    void the_papers_of_every_co_owner_are_looked_at_and_can_be_shown() {
        holdsEverything().holds("of-the-sister", "identity-papers", Quality.UNCHECKED);
        assertThat(listed().unchecked())
                .extracting(ChecklistView.Scan::documentId)
                .containsExactly("of-the-sister");
        holds("of-the-sister", "identity-papers", Quality.ACCEPTED);
        assertThat(new Standing(EDITION, KINDS, said, held, now)
                        .of(file.body(), 1)
                        .held())
                .contains("digest of identity-papers", "digest of of-the-sister");
    }

    @Test
    void many_papers_of_a_kind_crowd_out_none_the_list_names() {
        holdsEverything();
        for (int i = 0; i < PapersStanding.MOST_HELD; i++) {
            holds("more-" + i, "identity-papers", Quality.UNCHECKED);
        }
        assertThat(new Standing(EDITION, KINDS, said, held, now)
                        .of(file.body(), 1)
                        .held())
                .contains("digest of deed")
                .hasSize(PapersStanding.MOST_HELD);
    }

    @Test
    void requests_are_numbered_on_and_the_last_ten_are_kept() {
        for (int i = 0; i < 12; i++) {
            assertThat(asks("letter", REASON)).isEqualTo("taken");
        }
        assertThat(said.requests())
                .extracting(FileChecklist.Asking::number)
                .startsWith(3)
                .endsWith(12)
                .hasSize(10);
        assertThat(new Standing(EDITION, KINDS, said, held, now).of(file.body(), 7))
                .extracting(PapersStanding::requests, PapersStanding::requestKnownAt)
                .containsExactly(12, 7L);
    }

    @Test
    void a_held_paper_off_the_list_is_asked_for_with_a_reason_only() {
        holdsEverything().holds("letter", "letter", Quality.ACCEPTED);
        assertThat(asks("letter", null)).isEqualTo("paper-not-to-be-asked");
        assertThat(listed().outstanding()).isEmpty();
        assertThat(asks("letter", REASON)).isEqualTo("taken");
        assertThat(listed().outstanding()).containsExactly("letter");
    }
}
