package ir.parvaneh.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.extension.ExtensionProcess.ExtensionDecision;
import ir.parvaneh.application.extension.ExtensionProcess.ExtensionRequest;
import ir.parvaneh.application.permit.ConstructionEvidence.ExtensionGranted;
import ir.parvaneh.application.permit.ConstructionEvidence.SupervisorReplacement;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.permit.PermitMoney;
import ir.parvaneh.application.supervision.SupervisionProcess.ChangeRequest;
import ir.parvaneh.application.supervision.SupervisionProcess.Successor;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmallProcessesTest {

    private static final LocalDate ISSUED = LocalDate.of(2025, 6, 1);

    static List<ProcessTable> tables() {
        return List.copyOf(Story.PROCESSES.editions().values());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void no_process_asks_the_citizen_to_two_places(ProcessTable table) {
        Set<String> places = table.allStages().stream()
                .flatMap(stage -> stage.actions().values().stream())
                .filter(action -> action.presence() != null)
                .map(action -> action.presence())
                .collect(Collectors.toSet());
        assertThat(places).isSubsetOf("office");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_word_a_stage_waits_for_is_told_by_a_process_hosted_here(ProcessTable table) {
        table.allStages().stream()
                .flatMap(stage -> stage.actions().values().stream())
                .filter(action -> action.when() != null)
                .forEach(action -> assertThat(
                                Story.PROCESSES.words().get(action.when().process()))
                        .containsKey(action.when().word()));
    }

    @Test
    void an_extension_is_paid_and_counts_from_the_last_day_of_validity() {
        Story story = Story.of("permit-extension", facts(0, "frame", List.of()));
        story.does("submit", "assess-fees", "settle-fees", "confirm-settlement", "grant-extension");
        assertThat(story.outcome()).isEqualTo("extension-granted");
        assertThat(word(story)).isEqualTo(new ExtensionGranted(12, ISSUED.plusMonths(36), 1));
    }

    @Test
    void a_permit_that_lapsed_meanwhile_is_not_extended_and_the_money_can_go_back() {
        Story story = Story.of("permit-extension", facts(0, "frame", List.of()));
        story.does("submit", "assess-fees", "settle-fees", "confirm-settlement");
        story.learns(lapsed(facts(0, "frame", List.of())));
        assertThat(story.refuses(story.attempt("grant-extension")).guard()).isEqualTo("permit-to-extend");
        assertThat(story.does("return-to-fees", "refuse-extension").outcome()).isEqualTo("refused");
    }

    private static PermitFacts lapsed(PermitFacts known) {
        return new PermitFacts(
                known.permitId(),
                "permit-lapsed",
                known.renovationCode(),
                known.grossAreaM2(),
                known.storeys(),
                known.units(),
                known.parkingSpaces(),
                known.usage(),
                known.setbackMetres(),
                known.issuedOn(),
                known.validUntil(),
                known.extensions(),
                known.reported(),
                known.supervisors(),
                known.certificates());
    }

    /** Nothing is known of its levies, as of a permit that was issued before they stood in the system. */
    @Test
    void a_permit_without_money_is_extended_for_the_least_and_nobody_invents_a_figure() {
        Story story = Story.of("permit-extension", facts(0, "frame", List.of())).does("submit");
        var invented = new FeeAssessment("1404", List.of(new FeeAssessment.Item("extension", 45)), 45);
        assertThat(story.refuses(story.attempt("assess-fees").with(invented)).guard())
                .isEqualTo("by-the-tariff");
        story.does("assess-fees");
        assertThat(fees(story).items()).containsExactly(new FeeAssessment.Item("least-extension-charge", 30_000_000));
    }

    /** The permit's money is an example: levies of 945 million for 1150 m² in district 6, all of them paid. */
    @Test
    void an_extension_is_charged_the_difference_to_today_and_a_share_of_what_was_paid() {
        FeeAssessment first = fees(extended(0));
        FeeAssessment second = fees(extended(1));
        assertThat(first.tariffVersion()).isEqualTo("requests-1405");
        assertThat(first.items())
                .extracting(FeeAssessment.Item::component)
                .containsExactly("levy-difference", "extension-share");
        assertThat(first.items().getLast().amountRials()).isEqualTo(94_500_000);
        assertThat(second.items().getLast().amountRials()).isEqualTo(189_000_000);
        assertThat(second.items().getFirst()).isEqualTo(first.items().getFirst());
    }

    private static Story extended(int before) {
        return Story.of("permit-extension", facts(before, "frame", List.of()))
                .learns(Story.example(PermitMoney.KIND, 0))
                .does("submit", "assess-fees");
    }

    private static FeeAssessment fees(Story story) {
        return story.file.latest("fee-assessment", FeeAssessment.class).orElseThrow();
    }

    @Test
    void a_renewal_counts_from_the_day_it_is_granted() {
        Story story = Story.of("permit-extension", facts(1, "frame", List.of())).after(600);
        story.does("submit", "assess-fees", "settle-fees", "confirm-settlement", "grant-extension");
        assertThat(((ExtensionGranted) word(story)).validUntil()).isAfter(ISSUED.plusMonths(36));
    }

    @Test
    void a_permit_is_extended_twice_and_a_year_each_time() {
        Story spent = Story.of("permit-extension", facts(2, "frame", List.of()));
        assertThat(spent.refuses(spent.attempt("submit")).guard()).isEqualTo("extension-left");
        Story greedy = Story.of("permit-extension", facts(0, "frame", List.of()));
        greedy.learnsFor("submit");
        assertThat(greedy.refuses(greedy.attempt("submit").with(new ExtensionRequest(true, 13)))
                        .guard())
                .isEqualTo("extension-within-policy");
        greedy.does("submit", "assess-fees", "settle-fees", "confirm-settlement");
        var other = greedy.attempt("grant-extension").with(new ExtensionDecision(6, null));
        assertThat(greedy.refuses(other).guard()).isEqualTo("months-as-asked");
    }

    @Test
    void a_supervisor_hands_over_and_another_one_follows() {
        Story story = Story.of("supervisor-change").does("submit", "file-hand-over");
        assertThat(story.refuses(story.attempt("withdraw")).guard()).isEqualTo("not-handed-over");
        var one = story.attempt("refer-successor").with(new Successor("engineer-3", null));
        assertThat(story.refuses(one).guard()).isEqualTo("successor-is-another");
        story.does("refer-successor", "decline-succession", "refer-successor", "accept-succession");
        assertThat(word(story)).isEqualTo(new SupervisorReplacement("civil", "engineer-9"));
    }

    @Test
    void only_who_supervises_can_be_replaced_and_his_silence_does_not_hold_the_change() {
        Story story = Story.of("supervisor-change");
        var stranger = story.attempt("submit").with(new ChangeRequest("civil", "engineer-3", "resignation"));
        assertThat(story.refuses(stranger).guard()).isEqualTo("supervises-that-discipline");
        assertThat(story.does("submit").after(11).late("hand-over").stage()).isEqualTo("successor-referral");
    }

    @Test
    void a_silent_successor_is_followed_by_another_referral() {
        Story story = Story.of("supervisor-change").does("submit", "file-hand-over", "refer-successor");
        assertThat(story.after(6).late("successor-confirmation").stage()).isEqualTo("successor-referral");
        story.does("refer-successor", "accept-succession");
        assertThat(story.outcome()).isEqualTo("supervisor-replaced");
    }

    @Test
    void a_supervisor_who_leaves_in_silence_holds_the_works_like_one_who_hands_over() {
        assertThat(Story.PROCESSES.words().get("supervisor-change"))
                .containsKeys("file-hand-over", "go-on-without-report");
        assertThat(Story.PROCESSES.current("building-permit").allStages().stream()
                        .flatMap(stage -> stage.actions().values().stream())
                        .filter(action ->
                                action.when() != null && action.when().word().equals("go-on-without-report"))
                        .map(action -> action.name()))
                .containsExactly("hold-works-unreported");
    }

    @Test
    void a_no_violation_certificate_stands_on_a_stage_report() {
        Story bare = Story.of("no-violation", facts(0, null, List.of()));
        assertThat(bare.refuses(bare.attempt("submit")).guard()).isEqualTo("stage-report-in");
        Story story = Story.of("no-violation").does("submit", "forward-papers", "issue-no-violation");
        assertThat(story.outcome()).isEqualTo("no-violation-issued");
    }

    @Test
    void a_violation_reported_after_the_request_was_filed_stops_the_certificate() {
        Story story = Story.of("no-violation").does("submit", "forward-papers");
        story.learns(facts("stop-work"));
        assertThat(story.refuses(story.attempt("issue-no-violation")).guard()).isEqualTo("permit-clear-of-violations");
        story.learns(facts("under-construction")).does("issue-no-violation");
        assertThat(story.outcome()).isEqualTo("no-violation-issued");
    }

    private static PermitFacts facts(String stage) {
        return new PermitFacts(
                "permit-1",
                stage,
                "6-1-12-7-0-0-0",
                1150,
                5,
                8,
                8,
                "residential",
                1.5,
                ISSUED,
                ISSUED.plusMonths(24),
                0,
                "frame",
                Map.of("supervisor-civil", "engineer-2"),
                List.of());
    }

    /** What the application tells its permit at its end. */
    private static Object word(Story story) {
        ProcessFile file = story.file;
        return Story.PROCESSES.words().get(file.process()).get(story.outcome()).apply(file);
    }

    private static PermitFacts facts(int extensions, String reported, List<PermitFacts.Certificate> certificates) {
        return new PermitFacts(
                "permit-1",
                "under-construction",
                "6-1-12-7-0-0-0",
                1150,
                5,
                8,
                8,
                "residential",
                1.5,
                ISSUED,
                ISSUED.plusMonths(24),
                extensions,
                reported,
                Map.of("supervisor-civil", "engineer-2"),
                certificates);
    }
}
