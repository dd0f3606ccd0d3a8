package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One file from draft to permit, each party doing its part, and what everybody sees on the way. */
final class PermitJourneyTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final PermitFile file = PermitFile.drafted("citizen-0101", "office-017", 7);
    private final Person owner = file.owner;

    @Test
    void a_file_goes_from_draft_to_permit_and_everybody_sees_where_it_is() {
        try (LiveLines live = LiveLines.of(file, owner, null)) {
            theDraftIsTheOwners();
            file.play("submit");
            theOfficeHoldsIt();
            file.to("fees-issued");
            theOwnerHasToPay();
            file.to("district-approval");
            file.play("approve-permit");
            thePermitIsIssued();
            theTimelineTellsAll();
            everyDayIsSomebodys();
            theLedgerKnowsEveryVisit();
            theDossierHoldsTheEvidence();
            messagesCameInBothLanguages();
            theLineWasLive(live);
        }
    }

    private void theDraftIsTheOwners() {
        JsonNode draft = file.now();
        assertThat(draft.path("stage").asString()).isEqualTo("draft");
        assertThat(draft.path("holder").asString()).isEqualTo("owner");
        assertThat(may(draft, "submit")).isTrue();
        assertThat(may(draft, "withdraw")).isTrue();
        assertThat(todo()).contains(file.id);
    }

    private List<String> todo() {
        return owner.get("/v1/me/todo")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("applicationId").asString())
                .toList();
    }

    private static boolean may(JsonNode seen, String action) {
        return action(seen, action).path("may").asBoolean();
    }

    private static JsonNode action(JsonNode seen, String name) {
        return seen.path("actions")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void theOfficeHoldsIt() {
        await("the office")
                .atMost(SOON)
                .until(() -> file.now().path("officeId").asString("").equals("office-017"));
        JsonNode seen = file.now();
        assertThat(seen.path("stage").asString()).isEqualTo("submitted");
        assertThat(seen.at("/stageTitle/fa").asString()).isEqualTo("ثبت درخواست");
        assertThat(seen.path("holder").asString()).isEqualTo("office");
        Instant since = Instant.parse(seen.path("since").asString());
        assertThat(Instant.parse(seen.path("dueAt").asString())).isAfter(since);
        assertThat(seen.path("promisedOn").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(may(seen, "take-up")).isFalse();
        assertThat(action(seen, "take-up").at("/why/en").asString()).isNotBlank();
        assertThat(action(seen, "take-up").at("/why/fa").asString()).matches(".*[آ-ی].*");
        assertThat(todo()).doesNotContain(file.id);
        anybodyMayTrackIt(seen);
    }

    private void anybodyMayTrackIt(JsonNode seen) {
        Reply tracked =
                Person.NOBODY.get("/v1/tracking/" + seen.path("trackingCode").asString());
        assertThat(tracked.status()).isEqualTo(200);
        assertThat(tracked.json().propertyNames())
                .containsExactlyInAnyOrder("stage", "title", "holder", "since", "dueAt", "promisedOn", "outcome");
        assertThat(tracked.text()).doesNotContain(owner.id()).doesNotContain(file.renovationCode);
        assertThat(tracked.at("/stage")).isEqualTo("submitted");
        assertThat(Person.NOBODY.get("/v1/tracking/0000000000000000").verdict()).isEqualTo("404 not-found");
    }

    private void theOwnerHasToPay() {
        JsonNode seen = file.now();
        assertThat(seen.path("holder").asString()).isEqualTo("owner");
        assertThat(may(seen, "settle-fees")).isTrue();
        assertThat(action(seen, "settle-fees").at("/evidence/schema").asString())
                .isEqualTo("payment");
        String digest = action(seen, "settle-fees").at("/evidence/digest").asString();
        Reply schema = Person.NOBODY.get("/v1/evidence-schemas/" + digest);
        assertThat(schema.header("Cache-Control")).contains("immutable");
        assertThat(todo()).contains(file.id);
    }

    private void thePermitIsIssued() {
        JsonNode seen = file.now();
        assertThat(seen.path("stage").asString()).isEqualTo("permit-issued");
        assertThat(seen.at("/stageTitle/en").asString()).isEqualTo("permit issued");
        assertThat(seen.path("holder").asString()).isEqualTo("owner");
        assertThat(may(seen, "announce-start")).isTrue();
        assertThat(may(seen, "withdraw")).isFalse();
    }

    private void theTimelineTellsAll() {
        List<JsonNode> told = owner.get("/v1/applications/" + file.id + "/timeline")
                .json()
                .path("items")
                .valueStream()
                .toList();
        assertThat(told.stream().map(one -> one.path("number").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, told.size()).boxed().toList());
        assertThat(told.stream()
                        .filter(one -> one.hasNonNull("stage"))
                        .toList()
                        .getLast()
                        .path("stage")
                        .asString())
                .isEqualTo("permit-issued");
        assertThat(told.getLast().path("type").asString())
                .as("what it was approved on is kept")
                .isEqualTo("fact-learned");
        List<String> actions = told.stream()
                .filter(one -> one.path("type").asString().equals("stage-left"))
                .map(one -> one.path("action").asString())
                .toList();
        assertThat(actions)
                .startsWith(
                        "submit", "take-up", "pass-scans", "confirm-ownership", "record-office-fee", "record-visit");
        assertThat(actions).endsWith("draft-permit", "approve-permit");
        Stream<JsonNode> titled = told.stream().filter(one -> one.has("stage"));
        assertThat(titled)
                .allSatisfy(one -> assertThat(one.at("/title/fa").asString()).isNotBlank());
    }

    /** The main line has neither gaps nor overlaps, and what the holders took adds up to it. */
    private void everyDayIsSomebodys() {
        JsonNode clock = owner.get("/v1/applications/" + file.id + "/clock").json();
        List<JsonNode> segments = clock.path("segments").valueStream().toList();
        for (int i = 1; i < segments.size(); i++) {
            assertThat(segments.get(i).path("from"))
                    .isEqualTo(segments.get(i - 1).path("to"));
        }
        long line = Duration.between(
                        Instant.parse(segments.getFirst().path("from").asString()),
                        Instant.parse(segments.getLast().path("to").asString()))
                .toMillis();
        long held = clock.path("holders")
                .valueStream()
                .mapToLong(one -> one.path("millis").asLong())
                .sum();
        assertThat(held).isEqualTo(line);
        assertThat(clock.path("holders").propertyNames()).contains("owner", "office", "district");
    }

    private void theLedgerKnowsEveryVisit() {
        String path = "/v1/visit-ledger?application=" + file.id;
        List<JsonNode> visits = await("the ledger")
                .atMost(SOON)
                .until(
                        () -> file.person("office-head")
                                .get(path)
                                .json()
                                .path("items")
                                .valueStream()
                                .toList(),
                        all -> all.size() == 2);
        assertThat(visits.stream()
                        .map(one -> one.path("place").asString() + " "
                                + one.path("reasonCode").asString()))
                .containsExactly("office confirm-ownership", "plot record-visit");
    }

    private void theDossierHoldsTheEvidence() {
        Reply dossier = file.person("district-deputy").get("/v1/dossiers/" + file.id);
        List<String> shown = dossier.json()
                .path("evidence")
                .valueStream()
                .map(one -> one.path("action").asString())
                .toList();
        assertThat(shown)
                .contains(
                        "submit",
                        "confirm-ownership",
                        "record-visit",
                        "issue-plan-order",
                        "settle-fees",
                        "draft-permit");
        assertThat(dossier.json().path("history").size()).isEqualTo((int) last());
    }

    private long last() {
        JsonNode items =
                owner.get("/v1/applications/" + file.id + "/timeline").json().path("items");
        return items.get(items.size() - 1).path("number").asLong();
    }

    private void messagesCameInBothLanguages() {
        await("the last message").atMost(SOON).until(() -> subjects("en").contains("Your building permit was issued"));
        assertThat(subjects("fa")).contains("پروانه ساختمان صادر شد", "نوبت شماست: صدور فیش");
        assertThat(subjects("en")).contains("Your turn: fees issued").hasSameSizeAs(subjects("fa"));
    }

    private List<String> subjects(String language) {
        Reply messages = Ask.get("/v1/me/messages?limit=100")
                .as(owner)
                .header("Accept-Language", language)
                .send();
        return messages.json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("applicationId").asString().equals(file.id))
                .map(one -> one.path("subject").asString())
                .toList();
    }

    private void theLineWasLive(LiveLines live) {
        await("the issue of the permit").atMost(SOON).until(() -> live.data().stream()
                .anyMatch(line -> line.contains("permit-issued")));
        List<Long> ids = live.ids();
        assertThat(ids)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ids.size()).boxed().toList());
        assertThat(live.types()).contains("file-registered", "stage-entered", "visit-accepted", "task-decided");
        assertThat(live.data()).allSatisfy(line -> assertThat(line).startsWith("{"));
        try (LiveLines again = LiveLines.of(file, owner, "10")) {
            await("the rest of it").atMost(SOON).until(() -> again.ids().size() >= ids.size() - 10);
            assertThat(again.ids()).startsWith(11L, 12L);
        }
        await("a second heartbeat").atMost(SOON).until(() -> live.heartbeats() >= 2);
    }

    @Test
    void an_attorney_and_a_co_owner_act_for_the_owner() {
        var callers = new Callers(file, "citizen-0102", "citizen-0103", "citizen-0104");
        PermitFile.accepted(file.act(callers.of("attorney"), "submit"));
        assertThat(callers.of("co-owner").get("/v1/applications").text()).contains(file.id);
        Map<String, Object> withdrawal = Map.of("action", "withdraw");
        Reply withdrawn = Ask.post("/v1/applications/" + file.id + "/actions", withdrawal)
                .as(callers.of("co-owner"))
                .ifMatch(file.seenBy(owner).etag())
                .send();
        assertThat(PermitFile.accepted(withdrawn).at("/outcome")).isEqualTo("withdrawn");
    }
}
