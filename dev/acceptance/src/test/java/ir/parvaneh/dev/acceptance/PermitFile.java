package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.dev.city.play.Scans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** One file of the city, with the people who work on it; plays its way through the public API. */
final class PermitFile {
    private static final AtomicInteger PLOTS = new AtomicInteger();
    private static final int REGION = 1 + Math.floorMod(System.nanoTime(), 900_000);
    private static final Duration SOON = Duration.ofSeconds(20);

    final Person owner;
    final String office;
    final int district;
    final String renovationCode;
    final String id;
    final Map<String, Person> cast = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();

    private PermitFile(Person owner, String office, int district, String renovationCode, Map<String, Object> filed) {
        this.owner = owner;
        this.office = office;
        this.district = district;
        this.renovationCode = renovationCode;
        Reply drafted = owner.post("/v1/applications", filed.isEmpty() ? draft() : filed);
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(201);
        this.id = drafted.at("/id");
        castPeople();
        fillValues();
    }

    static PermitFile drafted(String owner, String office, int district) {
        int plot = PLOTS.incrementAndGet();
        String code = district + "-" + REGION + "-" + (1 + plot / 100) + "-" + (1 + plot % 100) + "-0-0-0";
        return new PermitFile(new Person(owner), office, district, code, Map.of());
    }

    /** An application about an issued permit, worked on by the same people; what it shares with a permit plays alike. */
    static PermitFile about(PermitFile permit, String requestType) {
        Map<String, Object> filed =
                Map.of("requestType", requestType, "permitId", permit.id, "officeWish", permit.office);
        return new PermitFile(permit.owner, permit.office, permit.district, permit.renovationCode, filed);
    }

    /** Another file of the same owner about the same plot, at the same office. */
    PermitFile sameOwnerAndPlot() {
        return new PermitFile(owner, office, district, renovationCode, Map.of());
    }

    Map<String, Object> draft() {
        return Map.of(
                "requestType", "PERMIT_NEW_BUILD",
                "renovationCode", renovationCode,
                "districtNo", district,
                "officeWish", office);
    }

    private void castPeople() {
        String unit = "district-%02d-".formatted(district);
        cast.put("citizen", owner);
        for (String role : List.of("office-clerk", "office-plan-controller", "office-head")) {
            String number = role.equals("office-clerk") ? "-1" : "";
            cast.put(role, new Person(office + "-" + role.substring("office-".length()) + number));
        }
        cast.put("district-expert", new Person(unit + "expert-1"));
        cast.put("district-income-expert", new Person(unit + "income-1"));
        cast.put("district-income-expert/other", new Person(unit + "income-2"));
        List.of("head", "deputy", "mayor").forEach(role -> cast.put("district-" + role, new Person(unit + role)));
        cast.put("agency:utilities", new Person("agency-utilities-1"));
        cast.put("agency:buffer-zone", new Person("agency-buffer-zone-1"));
        cast.put("agency:engineering-organisation", new Person("engineering-organisation-1"));
        cast.put("commission-member", new Person("commission-architecture-1"));
        cast.put("designer", new Person("engineer-002"));
        cast.put("supervisor-civil", new Person("engineer-001"));
        cast.put("supervisor-architecture", new Person("engineer-006"));
        cast.put("supervisor-electrical", new Person("engineer-011"));
        cast.put("supervisor-mechanical", new Person("engineer-016"));
    }

    private void fillValues() {
        values.putAll(Map.of("renovationCode", renovationCode, "districtNo", district, "officeWish", office));
        values.putAll(Map.of("storeys", 5, "units", 10, "plotArea", 260, "grossArea", 1250, "planVersion", 1));
        values.put("number", "%d-1404-000001".formatted(district));
        values.putAll(Map.of("enquiries", false, "buffer", false, "exceeds", false, "digest", "ab".repeat(32)));
        values.put("deed", Scans.of("deed").sha256());
        values.put("levyReceipt", Scans.of("renovation-levy-receipt").sha256());
        values.put(
                "today",
                LocalDate.ofInstant(cityTime(), ZoneId.of("Asia/Tehran")).toString());
        cast.forEach((role, person) -> {
            if (role.equals("designer") || role.startsWith("supervisor-")) {
                values.put(role, person.id());
            }
        });
    }

    /** A trait such as {@code enquiries}, or another plan version. */
    PermitFile with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    static Instant cityTime() {
        Reply clock = new Person("operator-1").get("/dev/clock");
        return Instant.now().plus(Duration.parse(clock.json().path("offset").asString("PT0S")));
    }

    JsonNode evidence(String name) {
        return Script.evidence(name, values);
    }

    Reply seenBy(Person person) {
        return person.get("/v1/applications/" + id);
    }

    JsonNode now() {
        return seenBy(owner).json();
    }

    List<String> openStages() {
        return now().path("open")
                .valueStream()
                .map(open -> open.path("stage").stringValue())
                .toList();
    }

    /** Waits until the stage is open. */
    void await(String stage) {
        Awaitility.await("stage " + stage)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(30))
                .until(() -> openStages().contains(stage)
                        || now().path("stage").asString("").equals(stage));
    }

    /** What is asked at a stage; the body of an action or a decision. What is paid was paid before it is shown. */
    Map<String, Object> body(Script.Move move) {
        if ("fee-assessment".equals(move.evidence())) {
            values.put("assessment", till().proposal());
        }
        if ("payment".equals(move.evidence())) {
            values.putAll(till().settled("plain"));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("action", move.action());
        body.put("evidence", evidence(move.evidence()));
        body.put("reasons", Script.reasons(move));
        return body;
    }

    /** Where this file's papers are. */
    FilePapers papers() {
        return new FilePapers(this);
    }

    /** Where this file's money is. */
    Till till() {
        return new Till(this);
    }

    /** An action of the citizen's, by whoever acts for the owner. */
    Reply act(Person person, String action) {
        return Ask.post("/v1/applications/" + id + "/actions", body(Script.of(action)))
                .as(person)
                .ifMatch(seenBy(owner).etag())
                .send();
    }

    /** An action of the owner's that no script has; evidence may be null. */
    Reply ownerDoes(String action, Object evidence, String... reasons) {
        Map<String, Object> body = Script.body(action, evidence, List.of(reasons));
        return accepted(Ask.post("/v1/applications/" + id + "/actions", body)
                .as(owner)
                .ifMatch(seenBy(owner).etag())
                .send());
    }

    /** The same of a desk, signed by one; waits for the file's word. */
    Reply decides(String role, String stage, String action, Object evidence) {
        return sign(stage, List.of(role), Script.body(action, evidence, List.of()));
    }

    /** The open task of a stage as it lies on the desk of this person. */
    Task task(Person person, String stage) {
        List<Task> found = new ArrayList<>();
        Awaitility.await("task " + stage + " for " + person.name())
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(30))
                .until(() -> {
                    Reply list = person.get("/v1/tasks?state=open&application=" + id + "&stage=" + stage);
                    list.json().path("items").forEach(item -> found.add(Task.of(item)));
                    return !found.isEmpty();
                });
        return found.getFirst().asSeenBy(person);
    }

    /** Plays an action with all signatures it needs, and waits for the file's word. */
    Reply play(String action) {
        Script.Move move = Script.of(action);
        if (action.equals("pass-scans")) {
            papers().brings().checks();
        }
        return move.isCitizens() ? accepted(act(owner, action)) : sign(Script.stageOf(action), move);
    }

    private Reply sign(String stage, Script.Move move) {
        return sign(stage, move.by(), body(move));
    }

    /** Decides at a stage by everybody who has to sign, in order. */
    Reply sign(String stage, List<String> by, Map<String, Object> body) {
        Reply last = null;
        Task task = task(person(by.getFirst()), stage);
        for (String role : by) {
            last = accepted(task.decide(person(role), body).waiting().send());
            task = task.at(last.etag());
        }
        return last;
    }

    static Reply accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply;
    }

    static Reply created(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }

    /** Who plays a role on this file; the inspector is whom the city drew. */
    Person person(String role) {
        return role.equals("office-inspector") ? inspector() : cast.get(role);
    }

    Person inspector() {
        return Person.byId(visit().at("/inspectorId"));
    }

    /** The proposed visit, as soon as there is one. */
    Reply visit() {
        String path = "/v1/visits/" + id;
        return Awaitility.await("a visit")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(30))
                .until(() -> owner.get(path), reply -> reply.status() == 200);
    }

    Reply acceptVisit() {
        return Ask.post("/v1/visits/" + id + "/acceptance", Map.of())
                .as(owner)
                .ifMatch(visit().etag())
                .send();
    }

    /** Plays the plain way until that stage is open; strands in the order of the script. */
    PermitFile to(String stage) {
        for (String open = next(); !openStages().contains(stage); open = next()) {
            if (open.equals("inspection-scheduled")) {
                accepted(acceptVisit());
            }
            play(Script.plain(open).action());
        }
        return this;
    }

    private String next() {
        List<String> open = Awaitility.await("an open stage")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(30))
                .until(() -> openStages().stream().filter(PermitFile::isPlayed).toList(), stages -> !stages.isEmpty());
        return open.getFirst();
    }

    private static boolean isPlayed(String stage) {
        return !stage.equals("design") && !stage.equals("reviews-running");
    }
}
