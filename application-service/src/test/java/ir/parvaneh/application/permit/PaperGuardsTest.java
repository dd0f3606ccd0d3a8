package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.permit.PermitEvidence.OwnershipProof;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.application.process.Story;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Next;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.Stage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaperGuardsTest {

    private static final List<String> DESKS = List.of(PaperGuards.COMPLETE, PaperGuards.CHECKED);

    private final PermitStory story = new PermitStory().does("submit", "take-up");

    private PermitStory learns(List<String> outstanding, List<String> unchecked, int requests, long knownAt) {
        var standing = new PapersStanding("1404-2", outstanding, unchecked, requests, knownAt, List.of());
        story.take(KnownPapers.learned(story.table, story.file, standing, story.now));
        return story;
    }

    private String refusal(String action) {
        return story.refuses(story.attempt(action)).guard();
    }

    @Test
    void a_file_that_knows_nothing_of_its_papers_lacks_them() {
        assertThat(refusal("pass-scans")).isEqualTo("papers-complete");
        assertThat(refusal("report-deficiency")).isEqualTo("papers-asked-for");
    }

    @Test
    void scans_pass_when_every_paper_is_there_and_looked_at() {
        learns(List.of("deed"), List.of(), 0, 0);
        assertThat(refusal("pass-scans")).isEqualTo("papers-complete");
        learns(List.of(), List.of("deed"), 0, 0);
        assertThat(refusal("pass-scans")).isEqualTo("scans-checked");
        learns(List.of(), List.of(), 0, 0).accepts(story.attempt("pass-scans"));
        assertThat(story.stage()).isEqualTo("ownership-check");
    }

    @Test
    void each_deficiency_uses_a_request_of_its_own() {
        learns(List.of("deed"), List.of(), 1, story.file.number()).accepts(story.attempt("report-deficiency"));
        assertThat(refusal("supply-documents")).isEqualTo("papers-complete");
        learns(List.of(), List.of("deed"), 1, 6).accepts(story.attempt("supply-documents"));
        assertThat(story.stage()).isEqualTo("scan-check");
        assertThat(refusal("report-deficiency")).isEqualTo("papers-asked-for");
        learns(List.of("deed"), List.of(), 2, story.file.number()).accepts(story.attempt("report-deficiency"));
        assertThat(story.stage()).isEqualTo("documents-deficient");
    }

    @Test
    void nobody_is_sent_home_who_lacks_nothing() {
        learns(List.of(), List.of(), 1, story.file.number());
        assertThat(refusal("report-deficiency")).isEqualTo("papers-asked-for");
    }

    @Test
    void ownership_is_proved_by_papers_the_file_holds() {
        story.does("pass-scans");
        var stranger = new OwnershipProof(List.of(new Paper("deed", "ab".repeat(32), 4)), "sole");
        assertThat(story.refuses(story.attempt("confirm-ownership").with(stranger))
                        .guard())
                .isEqualTo("papers-shown-are-held");
        assertThat(story.does("confirm-ownership").stage()).isEqualTo("file-opened");
    }

    /** A version brought after the scans passed is looked at, or is rejected and asked for again. */
    @Test
    void ownership_is_not_confirmed_by_scans_nobody_has_looked_at() {
        story.does("pass-scans");
        learns(List.of(), List.of("deed"), 0, 0);
        assertThat(refusal("confirm-ownership")).isEqualTo("scans-checked");
        learns(List.of("deed"), List.of(), 0, 0);
        assertThat(refusal("confirm-ownership")).isEqualTo("papers-complete");
        learns(List.of("deed"), List.of(), 1, story.file.number()).accepts(story.attempt("report-deficiency"));
        assertThat(story.stage()).isEqualTo("documents-deficient");
    }

    @Test
    void an_owner_who_lacked_no_paper_comes_back_by_offering_access() {
        story.does("pass-scans", "confirm-ownership", "record-office-fee", "record-no-access", "record-no-access");
        story.does("hand-back-without-access", "offer-access", "record-visit");
        assertThat(story.stage()).isEqualTo("inspection-reported");
        var lacking = new PermitStory().does("submit", "take-up", "report-deficiency");
        assertThat(lacking.refuses(lacking.attempt("offer-access")).guard()).isEqualTo("handed-back-for-access");
    }

    /** The places are named twice: in the tables by their guards, and in the index by which files are found. */
    @Test
    void files_are_found_exactly_where_they_are_asked_for_their_papers() {
        Set<String> asked = new TreeSet<>();
        Story.PROCESSES.editions().values().stream()
                .filter(table -> table == Story.PROCESSES.current(table.name()))
                .forEach(table -> table.mainLine().stream()
                        .filter(stage -> isAsked(table, stage))
                        .forEach(stage -> asked.add(table.name() + "/" + stage.name())));
        assertThat(asked).isEqualTo(new TreeSet<>(PapersStanding.ASKED_IN));
    }

    private static boolean isAsked(ProcessTable table, Stage stage) {
        boolean itself = actions(stage).anyMatch(action -> names(action, PaperGuards.NAMES));
        return itself
                || actions(stage)
                        .filter(PaperGuardsTest::isOfADesk)
                        .map(Action::then)
                        .filter(Next.ToStage.class::isInstance)
                        .flatMap(next -> table.stage(null, next.written()).stream())
                        .flatMap(PaperGuardsTest::actions)
                        .anyMatch(action -> isOfADesk(action) && names(action, DESKS));
    }

    private static Stream<Action> actions(Stage stage) {
        return stage.actions().values().stream();
    }

    private static boolean isOfADesk(Action action) {
        return action.byPeople() && !action.signedBy().contains("citizen");
    }

    private static boolean names(Action action, List<String> guards) {
        return action.provided().stream().anyMatch(guards::contains);
    }
}
