package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One building from its permit to its certificate, and the applications about it; each test goes on from the one before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RequestsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static FileStory permit;

    @BeforeAll
    static void aPermitIsIssued() {
        permit = FileStory.submitted();
        refused("NO_VIOLATION", permit.owner, permit.id).isProblem(409, "permit-not-ready");
        permit.decides(
                "take-up",
                "pass-scans",
                "confirm-ownership",
                "record-office-fee",
                "record-visit",
                "submit-inspection-report");
        permit.decides("approve-inspection", "confirm-status", "issue-plan-order", "refer-supervisors");
        permit.decides("accept-supervision");
        permit.acts("appoint-designer").is(200);
        permit.decides("submit-plans", "take-plans", "pass-plans", "approve-plans", "assess-fees");
        permit.arrangesInstalments(2).acts("settle-fees").is(200);
        permit.decides("confirm-settlement", "draft-permit", "approve-permit");
        assertThat(permit.seen().text("/stage")).isEqualTo("permit-issued");
    }

    @Test
    @Order(1)
    void a_request_is_about_a_permit_of_the_callers_own_that_stands_where_it_fits() {
        refused("COMPLETION_FULL", permit.owner, permit.id).isProblem(409, "permit-not-ready");
        refused("PERMIT_EXTENSION", permit.owner, UUID.randomUUID().toString()).isProblem(404, "permit-not-found");
        Person stranger = Person.citizen("citizen-" + UUID.randomUUID());
        refused("PERMIT_EXTENSION", stranger, permit.id).isProblem(404, "permit-not-found");
        refused("PERMIT_NEW_BUILD", permit.owner, permit.id).isProblem(422, "permit-unwanted");
        Map<String, Object> plot = FileStory.draft("7-1-12-5-0-0-0", 7);
        plot.put("requestType", "PERMIT_EXTENSION");
        CITY.post(permit.owner, "/v1/applications", plot).isProblem(422, "permit-required");
        plot.put("permitId", permit.id);
        CITY.post(permit.owner, "/v1/applications", plot).isProblem(422, "plot-differs");
        Answer persian = CITY.post(
                permit.owner,
                "/v1/applications",
                Map.of("requestType", "COMPLETION_FULL", "permitId", permit.id),
                "Accept-Language",
                "fa");
        assertThat(persian.text("/title")).isEqualTo("پروانه در این مرحله نیست");
    }

    @Test
    @Order(2)
    void an_extension_is_read_by_its_permit_and_moves_the_end_of_its_validity() {
        permit.acts(permit.owner, "announce-start", start(), List.of()).is(200);
        permit.decides("notify-start", "report-demolition");
        String before = permit.seen().text("/dueAt");
        FileStory extension = FileStory.about(permit, "PERMIT_EXTENSION");
        assertThat(extension.id).startsWith(permit.id);
        assertThat(extension.seen().text("/permitId")).isEqualTo(permit.id);
        assertThat(extension.seen().text("/renovationCode")).isEqualTo("7-1-12-4-0-0-0");
        await().atMost(SOON).until(() -> extension.id.equals(permit.seen().text("/requests/0/id")));
        refused("PERMIT_EXTENSION", permit.owner, permit.id).isProblem(409, "request-already-open");
        extension.acts("submit").is(200);
        extension.decides("assess-fees");
        extension.acts("settle-fees").is(200);
        extension.decides("confirm-settlement", "grant-extension");
        assertThat(extension.seen().text("/outcome")).isEqualTo("extension-granted");
        await().atMost(SOON).until(() -> permit.seen().text("/dueAt").compareTo(before) > 0);
        await().atMost(SOON)
                .until(() -> "extension-granted".equals(permit.seen().text("/requests/0/outcome")));
    }

    @Test
    @Order(3)
    void works_are_on_hold_while_one_supervisor_hands_over_to_another() {
        FileStory change = FileStory.about(permit, "SUPERVISOR_CHANGE");
        String civil = CITY.page(permit.id).at("/assigned/supervisor-civil").asString();
        Map<String, Object> asked = Map.of("discipline", "civil", "supervisorId", civil, "cause", "resignation");
        change.acts(change.owner, "submit", asked, List.of()).is(200);
        change.decides("file-hand-over");
        permit.untilStage("works-on-hold");
        change.decides("refer-successor", "accept-succession");
        permit.untilStage("under-construction");
        assertThat(CITY.page(permit.id).at("/assigned/supervisor-civil").asString())
                .isEqualTo("engineer-9");
    }

    @Test
    @Order(4)
    void what_comes_while_no_stage_waits_for_it_is_kept_and_taken_as_soon_as_one_does() {
        FileStory extension = FileStory.about(permit, "PERMIT_EXTENSION");
        extension.acts("submit").is(200);
        extension.decides("assess-fees");
        extension.acts("settle-fees").is(200);
        FileStory clear = FileStory.about(permit, "NO_VIOLATION");
        clear.acts("submit").is(200);
        permit.decides("report-civil-violation").untilStage("stop-work");
        await().atMost(SOON).until(() -> "stop-work"
                .equals(CITY.page(clear.id)
                        .at("/evidence/permit-facts/exhibit/content/stage")
                        .asString()));
        clear.acts("withdraw").is(200);
        extension.decides("confirm-settlement", "grant-extension");
        await().atMost(SOON)
                .until(() -> "extension-granted".equals(permit.seen().text("/requests/2/outcome")));
        assertThat(permit.seen().text("/stage")).isEqualTo("stop-work");
        assertThat(extensions()).isEqualTo(1);
        permit.decides("refer-to-article-100").untilStage("article-100").decides("close-docket");
        await().atMost(SOON).until(() -> extensions() == 2);
        assertThat(permit.seen().text("/stage")).isEqualTo("under-construction");
    }

    @Test
    @Order(5)
    void a_finished_building_is_certified_and_its_permit_completed() {
        permit.decides("report-excavation", "report-foundation", "report-frame", "report-rough-work");
        permit.decides("report-finishing", "report-facade", "report-completion");
        refused("COMPLETION_FULL", permit.owner, permit.id).isProblem(409, "permit-not-paid");
        permit.pays(2);
        FileStory completion = await().atMost(SOON)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> FileStory.about(permit, "COMPLETION_FULL"), file -> true);
        completion.acts("submit").is(200);
        completion.assigned(FileStory.OFFICE);
        completion.decides("confirm-prerequisites", "record-visit");
        completion.decides("submit-as-built", "approve-inspection", "find-no-violation", "give-fire-clearance");
        completion.decides("give-engineering-clearance", "give-utilities-clearance", "assess-fees");
        completion.acts("settle-fees").is(200);
        completion.decides("confirm-settlement", "draft-certificate", "approve-certificate");
        permit.untilStage("completed");
        assertThat(permit.seen().text("/outcome")).isEqualTo("completed");
    }

    @Test
    @Order(6)
    void a_completed_building_is_answered_for_on_its_certificate() {
        await().atMost(SOON)
                .until(() -> "certificate-issued".equals(permit.seen().text("/requests/4/outcome")));
        FileStory enquiry = FileStory.about(permit, "TRANSFER_ENQUIRY");
        CITY.get(enquiry.owner, enquiry.path() + "/reply-proposal").isProblem(409, "reply-not-due");
        enquiry.acts("submit-on-declaration").is(200);
        Answer proposal =
                CITY.get(enquiry.owner, enquiry.path() + "/reply-proposal").is(200);
        assertThat(proposal.text("/evidence/basedOnCertificate"))
                .isEqualTo(enquiry.completion().orElseThrow());
        assertThat(proposal.body().at("/evidence/debts/outstandingRials").asLong())
                .isZero();
        enquiry.decides("reply-on-certificate");
        assertThat(enquiry.seen().text("/outcome")).isEqualTo("answered");
        assertThat(permit.seen().text("/stage")).isEqualTo("completed");
    }

    @Test
    @Order(7)
    void no_reply_stands_on_a_certificate_that_was_revoked_meanwhile() {
        FileStory enquiry = FileStory.about(permit, "TRANSFER_ENQUIRY");
        enquiry.acts("submit-on-declaration").is(200);
        String serial = enquiry.completion().orElseThrow();
        Person deputy = Person.atDistrict("district-deputy", 7);
        String etag = CITY.get(deputy, "/v1/certificates/" + serial).is(200).etag();
        Map<String, Object> reason = Map.of("reason", Map.of("code", "forged-deed", "text", "the deed was forged"));
        CITY.post(deputy, "/v1/certificates/" + serial + "/revocation", reason, "If-Match", etag)
                .is(200);
        await().atMost(SOON).until(() -> enquiry.completion().isEmpty());
        enquiry.decide(
                "reply-on-certificate",
                enquiry.open("reply-on-certificate").get("opening").asLong());
        await().atMost(SOON).until(() -> enquiry.seen()
                .body()
                .at("/lastRefusal/sentence/en")
                .asString("")
                .endsWith("that certificate still holds."));
        enquiry.decides("ask-for-visit");
        assertThat(enquiry.seen().text("/stage")).isEqualTo("inspection-scheduled");
    }

    private static int extensions() {
        return CITY.page(permit.id)
                .at("/evidence/extension-granted/exhibit/content/extensions")
                .asInt();
    }

    private static Map<String, Object> start() {
        Map<String, Object> start = new HashMap<>();
        start.put(
                "coordinatorId",
                CITY.page(permit.id).at("/assigned/supervisor-civil").asString());
        start.put("plannedOn", "2026-12-01");
        return start;
    }

    private static Answer refused(String requestType, Person person, String permitId) {
        return CITY.post(person, "/v1/applications", Map.of("requestType", requestType, "permitId", permitId));
    }
}
