package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.OfficeAssigned;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.Signature;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.TaskDecided;
import ir.parvaneh.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One file over HTTP; the desks of office and district are played by their events. */
final class FileStory {

    static final String OFFICE = "office-017";
    private static final Duration SOON = Duration.ofSeconds(20);

    final Person owner;
    final String id;
    private final Map<String, Long> told = new HashMap<>();

    private FileStory(Person owner, String id) {
        this.owner = owner;
        this.id = id;
    }

    static Map<String, Object> draft(String renovationCode, int district) {
        Map<String, Object> body = new HashMap<>();
        body.put("requestType", "PERMIT_NEW_BUILD");
        body.put("renovationCode", renovationCode);
        body.put("districtNo", district);
        body.put("officeWish", OFFICE);
        return body;
    }

    static FileStory drafted() {
        return drafted(Person.citizen("citizen-" + UUID.randomUUID()));
    }

    static FileStory drafted(Person owner) {
        Answer filed =
                CITY.post(owner, "/v1/applications", draft("7-1-12-4-0-0-0", 7)).is(201);
        return new FileStory(owner, filed.text("/id"));
    }

    /** An application about a permit, by the permit's owner. */
    static FileStory about(FileStory permit, String requestType) {
        Answer filed = CITY.post(
                        permit.owner, "/v1/applications", Map.of("requestType", requestType, "permitId", permit.id))
                .is(201);
        return new FileStory(permit.owner, filed.text("/id"));
    }

    static FileStory submitted() {
        FileStory story = drafted();
        story.acts("submit").is(200);
        return story.assigned(OFFICE);
    }

    FileStory assigned(String office) {
        tell(
                Sources.OFFICE_PAGES,
                "office-assigned",
                new OfficeAssigned(office, "citizen-choice", CITY.clock().now()));
        await().atMost(SOON).until(() -> office.equals(seen().text("/officeId")));
        return this;
    }

    String path() {
        return "/v1/applications/" + id;
    }

    /** The file as the owner sees it. */
    Answer seen() {
        return CITY.get(owner, path()).is(200);
    }

    /** The owner acts with the example of the evidence asked for. */
    Answer acts(String action) {
        if (asks(action, "papers-complete")) {
            papers().brings();
        }
        return acts(owner, action, shown(action, open(action)), List.of());
    }

    Answer acts(Person person, String action, Object evidence, List<Reason> reasons) {
        Map<String, Object> body = new HashMap<>();
        body.put("action", action);
        body.put("evidence", evidence);
        body.put("reasons", reasons);
        return CITY.post(person, path() + "/actions", body, "If-Match", seen().etag());
    }

    /** A desk decides, by people with the roles the action asks for, and the file moves. */
    FileStory decides(String... actions) {
        for (String action : actions) {
            if (asks(action, "scans-checked")) {
                papers().brings().checks();
            }
            String before = seen().etag();
            decide(action, open(action).get("opening").asLong());
            await(action)
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(seen().etag()).as(parked()).isNotEqualTo(before));
            assertThat(seen().body().get("lastRefusal").isNull())
                    .as(seen().raw().body())
                    .isTrue();
        }
        return this;
    }

    /** A desk decides on that opening, whatever comes of it. */
    FileStory decide(String action, long opening) {
        TaskDecided decided = decision(action, opening);
        tell(deskOf(decided), "task-decided", decided);
        return this;
    }

    /** A desk decides, and its word has not come to the topic yet. */
    FileStory decidesUnheard(String action) {
        TaskDecided decided = decision(action, open(action).get("opening").asLong());
        String source = deskOf(decided);
        long number = told.merge(source, 1L, Long::sum);
        byte[] json = Shape.json().writeValueAsBytes(decided);
        CITY.desks.keeps(new Incoming(
                source, id, number, id + number, "task-decided", CITY.clock().now(), null, json));
        return this;
    }

    private static String deskOf(TaskDecided decided) {
        return deskOf(decided.signedBy().getFirst().role());
    }

    private TaskDecided decision(String action, long opening) {
        Map<String, Object> offer = TableOffers.of(seen()).getOrDefault(action, Map.of());
        List<Signature> signatures = new ArrayList<>();
        for (Object role : (List<?>) offer.getOrDefault("signedBy", List.of("office-clerk"))) {
            signatures.add(new Signature(
                    person(action, role.toString()),
                    role.toString(),
                    CITY.clock().now(),
                    null));
        }
        JsonNode open = openOrNull(action);
        Object evidence = open == null ? null : shown(action, open);
        List<Reason> reasons = List.of(new Reason("unclear", "a page is missing"));
        return new TaskDecided(
                opening,
                action,
                signatures.getFirst().personId(),
                signatures,
                evidence,
                reasons,
                CITY.clock().now());
    }

    private static String parked() {
        return CITY.get(Person.OPERATOR, "/v1/operations/application/parked")
                .raw()
                .body();
    }

    private static String deskOf(String role) {
        boolean district = role.startsWith("district") || role.equals("agency") || role.equals("commission-member");
        return district ? Sources.DISTRICT_PAGES : Sources.OFFICE_PAGES;
    }

    /** Whom the file assigned; nobody confirms a payment he assessed. */
    private String person(String action, String role) {
        String other = action.equals("confirm-settlement") ? "another-" : "the-";
        return CITY.page(id).path("assigned").path(role).asString(other + role);
    }

    void tell(String source, String type, Object data) {
        String topic = source.equals(Sources.OFFICE_PAGES) ? Topics.OFFICES : Topics.DISTRICTS;
        long number = told.merge(source, 1L, Long::sum);
        CITY.tell(topic, source, id, number, type, data);
    }

    JsonNode open(String action) {
        JsonNode open = openOrNull(action);
        assertThat(open).as(action + " in " + seen().raw().body()).isNotNull();
        return open;
    }

    private JsonNode openOrNull(String action) {
        for (JsonNode one : seen().body().get("actions")) {
            if (one.get("name").asString().equals(action)) {
                return one;
            }
        }
        return null;
    }

    /** The example of what is asked for; money is the tariff's and the slip's. */
    private Object shown(String action, JsonNode open) {
        return switch (action) {
            case "assess-fees" -> assessment(open);
            case "settle-fees" -> money().payment();
            case "submit-on-declaration" -> declaration();
            case "reply", "reply-on-certificate" ->
                CITY.get(owner, path() + "/reply-proposal").is(200).body().get("evidence");
            case "confirm-ownership" -> papers().ownership();
            default -> evidence(open);
        };
    }

    private Object assessment(JsonNode open) {
        Answer proposal = CITY.get(owner, path() + "/fees/proposal");
        return proposal.status() == 200 ? proposal.body().get("evidence") : evidence(open);
    }

    /** What the owner declares about the completion certificate, once the file knows of it. */
    private Object declaration() {
        await("a certificate").atMost(SOON).until(() -> completion().isPresent());
        return Map.of(
                "consent",
                true,
                "purpose",
                "transfer",
                "unchangedDeclared",
                true,
                "certificateSerial",
                completion().orElseThrow());
    }

    /** The serial of the building's completion certificate, as far as the file knows of one that holds. */
    Optional<String> completion() {
        return CITY.page(id)
                .at("/evidence/certificates-held/exhibit/content/certificates")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals("completion"))
                .map(one -> one.get("serial").asString())
                .findFirst();
    }

    /** Instead of at once. */
    FileStory arrangesInstalments(int count) {
        money().arrangesInstalments(count);
        return this;
    }

    void pays(int part) {
        money().pays(part);
    }

    private FileMoney money() {
        return new FileMoney(this);
    }

    static Object evidence(JsonNode action) {
        if (action.get("evidence").isNull()) {
            return null;
        }
        String digest = action.at("/evidence/digest").asString();
        JsonNode example =
                CITY.get(null, "/v1/evidence-schemas/" + digest).is(200).body().at("/examples/0");
        if (example instanceof ObjectNode filed && filed.has("renovationCode")) {
            filed.put("renovationCode", "7-1-12-4-0-0-0").put("districtNo", 7).put("officeWish", OFFICE);
        }
        return example;
    }

    BroughtPapers papers() {
        return new BroughtPapers(this);
    }

    /** Whether an action of the file's table has that condition. */
    private boolean asks(String action, String guard) {
        return TableOffers.of(seen()).getOrDefault(action, Map.of()).get("provided") instanceof List<?> guards
                && guards.contains(guard);
    }

    FileStory untilStage(String stage) {
        await().atMost(SOON).until(() -> stage.equals(seen().text("/stage")));
        return this;
    }
}
