package ir.parvaneh.application.completion;

import static ir.parvaneh.application.completion.GivenSurvey.built;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.completion.CompletionEvidence.AsBuilt;
import ir.parvaneh.application.completion.CompletionEvidence.CertificateDraft;
import ir.parvaneh.application.completion.CompletionEvidence.CompletionRequest;
import ir.parvaneh.application.completion.CompletionEvidence.Prerequisites;
import ir.parvaneh.application.permit.ConstructionEvidence.CertificateIssued;
import ir.parvaneh.application.permit.ConstructionEvidence.ViolationForm;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.SlipAccount;
import ir.parvaneh.application.process.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static final String[] CLEARANCES = {
        "give-fire-clearance", "give-engineering-clearance", "give-utilities-clearance"
    };
    private static final String[] PAYMENT = {"assess-fees", "settle-fees", "confirm-settlement"};

    @Test
    void a_building_as_permitted_is_certified_without_the_citizen_standing_anywhere() {
        Story story = surveyed(built(230, 5, 8, 8, 1.5, "residential"));
        story.does("find-no-violation").does(CLEARANCES).does(PAYMENT).does("draft-certificate", "approve-certificate");
        assertThat(story.outcome()).isEqualTo("certificate-issued");
        assertThat(story.file.visits()).isEmpty();
        var told = Story.PROCESSES.words().get(CompletionProcess.NAME).get("certificate-issued");
        assertThat(told.apply(story.file)).isInstanceOf(CertificateIssued.class);
    }

    @Test
    void what_a_ruling_lets_stand_is_not_brought_before_the_commission_again() {
        Story story = violated();
        assertThat(story.does("object-to-comparison").stage()).isEqualTo("comparison");
        assertThat(story.refuses(story.attempt("let-stand-by-ruling")).guard()).isEqualTo("let-stand-by-a-ruling");
        story.accepts(story.attempt("determine-violation").with(form("area", "storeys", "parking")));
        story.does("accept-referral", "close-docket").does(CLEARANCES).does(PAYMENT);
        story.accepts(
                story.attempt("draft-certificate").with(new CertificateDraft(6, 8, 1380, 7, "residential", null)));
        story.does("return-to-comparison", "let-stand-by-ruling").does(CLEARANCES);
        assertThat(story.stage()).isEqualTo("debts");
    }

    @Test
    void a_violation_that_was_determined_does_not_go_away_with_the_application() {
        Story story = violated();
        assertThat(story.refuses(story.attempt("withdraw")).guard()).isEqualTo("no-violation-determined");
        story.does("choose-remedy", "report-remedy", "record-visit");
        story.accepts(story.attempt("submit-as-built").with(built(230, 5, 8, 8, 1.5, "residential")));
        assertThat(story.does("withdraw").outcome()).isEqualTo("withdrawn");
    }

    @Test
    void figures_of_the_form_are_those_of_the_comparison() {
        Story story = surveyed(built(230, 6, 8, 8, 1.5, "residential"));
        var storeys = new ViolationForm.Item("storeys", 5.0, 6.0);
        for (double area : List.of(1_151.0, 2_000.0)) {
            var form = new ViolationForm(
                    LocalDate.of(2025, 5, 3), List.of(storeys, new ViolationForm.Item("area", 1_150.0, area)), null);
            assertThat(story.refuses(story.attempt("determine-violation").with(form))
                            .guard())
                    .isEqualTo("form-names-the-differences");
        }
    }

    @Test
    void nobody_is_certified_to_owe_nothing_while_an_instalment_is_open() {
        Story story = surveyed(built(230, 5, 8, 8, 1.5, "residential"));
        story.does("find-no-violation").does(CLEARANCES).does(PAYMENT).does("draft-certificate");
        var account = story.file.latest(SlipAccount.KIND, SlipAccount.class).orElseThrow();
        story.learns(new SlipAccount(
                account.slipId(),
                account.assessment(),
                account.totalRials(),
                0,
                account.totalRials() / 4,
                true,
                "instalments",
                null));
        assertThat(story.refuses(story.attempt("approve-certificate")).guard()).isEqualTo("fees-paid-in-full");
    }

    @Test
    void an_owner_who_gives_no_access_gets_the_file_back_and_it_is_abandoned_in_the_end() {
        Story story = Story.of(CompletionProcess.NAME).does("submit", "confirm-prerequisites", "record-no-access");
        assertThat(story.refuses(story.attempt("hand-back-without-access")).guard())
                .isEqualTo("visit-rounds-spent");
        story.does("record-no-access");
        assertThat(story.refuses(story.attempt("record-no-access")).guard()).isEqualTo("visit-rounds-left");
        story.does("hand-back-without-access", "offer-access");
        story.does("hand-back-without-access");
        assertThat(story.after(61).late("documents-deficient").outcome()).isEqualTo("abandoned");
    }

    @Test
    void a_violation_is_determined_by_a_form_that_names_every_difference() {
        Story story = surveyed(built(230, 6, 8, 7, 1.5, "residential"));
        assertThat(story.refuses(story.attempt("find-no-violation")).guard()).isEqualTo("within-tolerance");
        assertThat(story.refuses(story.attempt("determine-violation").with(form("storeys")))
                        .guard())
                .isEqualTo("form-names-the-differences");
        story.accepts(story.attempt("determine-violation").with(form("storeys", "parking", "area")));
        assertThat(story.stage()).isEqualTo("violation-determined");
    }

    @Test
    void what_the_owner_remedies_is_looked_at_again() {
        Story story = violated().does("choose-remedy", "report-remedy", "record-visit");
        story.accepts(story.attempt("submit-as-built").with(built(230, 5, 8, 8, 1.5, "residential")));
        assertThat(story.does("approve-inspection", "find-no-violation").stage())
                .isEqualTo("clearances");
    }

    @Test
    void silence_and_an_unkept_remedy_lead_to_the_commission() {
        assertThat(violated().after(11).late("violation-determined").stage()).isEqualTo("article-100");
        assertThat(violated().does("choose-remedy").after(31).late("remedy").stage())
                .isEqualTo("article-100");
    }

    @Test
    void a_fine_that_was_paid_lets_the_building_stand_and_be_certified() {
        Story story = violated()
                .does("accept-referral", "close-docket")
                .does(CLEARANCES)
                .does(PAYMENT);
        var asPermitted = story.attempt("draft-certificate");
        assertThat(story.refuses(asPermitted).guard()).isEqualTo("draft-as-built");
        assertThat(story.refuses(asPermitted.with(new CertificateDraft(5, 8, 1380, 7, "residential", null)))
                        .guard())
                .isEqualTo("draft-as-built");
        assertThat(story.refuses(asPermitted.with(new CertificateDraft(6, 8, 1380, 7, "commercial", null)))
                        .guard())
                .isEqualTo("draft-as-built");
        story.accepts(asPermitted.with(new CertificateDraft(6, 8, 1380, 7, "residential", null)));
        assertThat(story.does("approve-certificate").outcome()).isEqualTo("certificate-issued");
    }

    /** 1380 m² instead of 1150, let stand: 230 × 8,500,000 × 0.190 beside the charge of eight units. */
    @Test
    void what_a_ruling_lets_stand_is_charged_by_todays_tariff() {
        Story story = violated()
                .does("accept-referral", "close-docket")
                .does(CLEARANCES)
                .does("assess-fees");
        assertThat(charged(story))
                .containsExactly(
                        new FeeAssessment.Item("completion-service", 30_000_000),
                        new FeeAssessment.Item("excess-building-area", 371_450_000));
        Story permitted = surveyed(built(230, 5, 8, 8, 1.5, "residential")).does("find-no-violation");
        assertThat(charged(permitted.does(CLEARANCES).does("assess-fees")))
                .containsExactly(new FeeAssessment.Item("completion-service", 30_000_000));
    }

    private static List<FeeAssessment.Item> charged(Story story) {
        return story.file
                .latest("fee-assessment", FeeAssessment.class)
                .orElseThrow()
                .items();
    }

    @Test
    void a_demolition_is_followed_by_another_inspection_and_never_taken_for_a_fine() {
        Story story = violated().does("accept-referral");
        var demolition = Story.example("commission-ruling", 2);
        assertThat(story.refuses(story.attempt("close-docket").with(demolition)).guard())
                .isEqualTo("ruling-lets-it-stand");
        story.accepts(story.attempt("close-docket-for-reinspection").with(demolition));
        assertThat(story.stage()).isEqualTo("inspection-scheduled");
    }

    @Test
    void nothing_is_certified_while_a_violation_is_open() {
        Story story = surveyed(built(230, 5, 8, 8, 1.5, "residential"));
        story.does("find-no-violation").does(CLEARANCES).does(PAYMENT).does("draft-certificate");
        story.does("return-to-comparison", "return-for-survey", "record-visit");
        story.accepts(story.attempt("submit-as-built").with(built(230, 6, 8, 8, 1.5, "residential")));
        story.does("approve-inspection");
        assertThat(story.refuses(story.attempt("find-no-violation")).guard()).isEqualTo("within-tolerance");
    }

    @Test
    void prerequisites_are_there_before_anybody_visits() {
        Story story = Story.of(CompletionProcess.NAME);
        assertThat(story.refuses(story.attempt("submit").with(new CompletionRequest(true, true)))
                        .guard())
                .isEqualTo("no-unfinished-works");
        story.does("submit");
        story.learnsFor("confirm-prerequisites");
        var papers = (Prerequisites) Story.example("prerequisites", 0);
        assertThat(guardOf(story, new Prerequisites(null, null, true, true))).isEqualTo("technical-identity");
        var identity = papers.technicalIdentityDocument();
        assertThat(guardOf(story, new Prerequisites(null, identity, false, true)))
                .isEqualTo("renovation-levy-settled");
        assertThat(guardOf(story, new Prerequisites(null, identity, true, false)))
                .isEqualTo("facade-finished");
        story.does("report-deficiency", "supply-documents", "confirm-prerequisites");
    }

    @Test
    void an_agency_lists_defects_and_the_clearances_run_side_by_side() {
        Story story = surveyed(built(230, 5, 8, 8, 1.5, "residential")).does("find-no-violation");
        story.does("list-fire-clearance-defects", "give-engineering-clearance", "give-utilities-clearance");
        assertThat(story.stage()).isEqualTo("clearances");
        story.does("mend-fire-clearance-defects", "give-fire-clearance");
        assertThat(story.stage()).isEqualTo("debts");
    }

    private static String guardOf(Story story, Prerequisites papers) {
        return story.refuses(story.attempt("confirm-prerequisites").with(papers))
                .guard();
    }

    private static Story surveyed(AsBuilt built) {
        Story story = Story.of(CompletionProcess.NAME).does("submit", "confirm-prerequisites", "record-visit");
        story.accepts(story.attempt("submit-as-built").with(built));
        return story.does("approve-inspection");
    }

    private static Story violated() {
        Story story = surveyed(built(230, 6, 8, 7, 1.5, "residential"));
        return story.accepts(story.attempt("determine-violation").with(form("area", "storeys", "parking")));
    }

    private static ViolationForm form(String... kinds) {
        List<ViolationForm.Item> items = new ArrayList<>();
        for (String kind : kinds) {
            items.add(new ViolationForm.Item(kind, null, null));
        }
        return new ViolationForm(LocalDate.of(2027, 2, 6), items, null);
    }
}
