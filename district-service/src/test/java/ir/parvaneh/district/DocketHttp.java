package ir.parvaneh.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.district.Person.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One docket over HTTP, with everybody who has a part in it. */
final class DocketHttp {
    static final Map<String, Object> PAPER = Map.of("kind", "paper", "digest", "ab".repeat(32), "pages", 2);

    private final City city;
    final String file;
    final Person expert;
    final Person income;
    final Person owner;
    final Person secretary;
    String id;

    DocketHttp(City city, String file) {
        this.city = city;
        this.file = file;
        expert = city.ofDistrict(7, "expert", "district-expert");
        income = city.ofDistrict(7, "income", "district-income-expert");
        owner = city.person("owner", Map.of("roles", List.of("citizen")));
        secretary = city.person("secretary", Map.of("roles", List.of("commission-secretary")));
    }

    Person member(int panel, String seat) {
        return city.person(seat + "-" + panel, Map.of("roles", List.of("commission-" + seat)));
    }

    static Map<String, Object> referral(String file) {
        var item = Map.of("kind", "area", "usage", "residential", "excess", 60.0, "violatedOn", "2024-01-10");
        return Map.of("applicationId", file, "form", PAPER, "items", List.of(item));
    }

    /** The district knows the file a moment after it was told of it. */
    DocketHttp referred() {
        return referred(referral(file));
    }

    /** Waits until the file has another docket than before, opened by nobody's call. */
    DocketHttp opened() {
        String before = id;
        id = await().until(
                        () -> listed().getLast().path("id").asString(""),
                        found -> !found.isEmpty() && !found.equals(before));
        return this;
    }

    /** The file's dockets, the oldest first. */
    List<JsonNode> listed() {
        List<JsonNode> found = new ArrayList<>(secretary
                .get("/v1/dockets?application=" + file)
                .body()
                .path("items")
                .valueStream()
                .toList());
        Collections.reverse(found);
        return found.isEmpty() ? List.of(Shape.json().createObjectNode()) : found;
    }

    DocketHttp referred(Map<String, Object> referral) {
        Answer opened = await().until(() -> expert.post("/v1/dockets", null, referral), one -> one.status() != 404);
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        id = opened.body().path("id").asString();
        return this;
    }

    String path() {
        return "/v1/dockets/" + id;
    }

    Answer seenBy(Person person) {
        return person.get(path());
    }

    JsonNode now() {
        return seenBy(secretary).body();
    }

    String stage() {
        return now().path("stage").asString();
    }

    Answer tries(Person person, String door, Object body) {
        return person.post(path() + door, seenBy(secretary).etag(), body);
    }

    DocketHttp does(Person person, String door, Object body) {
        Answer answer = tries(person, door, body);
        assertThat(answer.status()).as(door + " " + answer.body()).isEqualTo(200);
        return this;
    }

    static Map<String, Object> action(String name, Map<String, Object> evidence) {
        Map<String, Object> body = new HashMap<>(Map.of("action", name));
        if (evidence != null) {
            body.put("evidence", evidence);
        }
        return body;
    }

    DocketHttp acts(Person person, String name, Map<String, Object> evidence) {
        return does(person, "/actions", action(name, evidence));
    }

    /** City time. */
    LocalDate today() {
        JsonNode clock = operator().get("/dev/clock").body();
        Instant now = Instant.now().plus(Duration.parse(clock.path("offset").asString("PT0S")));
        return LocalDate.ofInstant(now, ZoneId.of("Asia/Tehran"));
    }

    private Person operator() {
        return city.person("operator", Map.of("roles", List.of("operator")));
    }

    DocketHttp after(int days) {
        LocalDate before = today();
        Answer moved = operator().post("/dev/clock", null, Map.of("advance", "P" + days + "D"));
        assertThat(moved.status()).as(moved.body().toString()).isLessThan(300);
        await().until(() -> !today().isBefore(before.plusDays(days)));
        return this;
    }

    DocketHttp awaits(String stage) {
        await().untilAsserted(() -> assertThat(stage()).isEqualTo(stage));
        return this;
    }

    Map<String, Object> service() {
        return Map.of("servedOn", today().toString(), "method", "electronic", "receipt", PAPER);
    }

    DocketHttp toHearing() {
        return acts(secretary, "serve-notice", service()).does(owner, "/defence", Map.of("papers", List.of(PAPER)));
    }

    Map<String, Object> hearing(int panel) {
        return Map.of(
                "heldOn", today().toString(),
                "judge", "judge-" + panel,
                "council", "council-" + panel,
                "interior", "interior-" + panel,
                "municipal", "municipal-" + panel);
    }

    static Map<String, Object> fine(int multiplier) {
        return Map.of("outcome", "fine", "multipliersPercent", List.of(multiplier), "minutes", PAPER);
    }

    static Map<String, Object> demolition(String ground, int days) {
        return Map.of("outcome", "demolition", "ground", ground, "periodDays", days, "minutes", PAPER);
    }

    DocketHttp decides(int panel, Map<String, Object> draft, String action) {
        does(secretary, "/hearing", hearing(panel)).does(member(panel, "municipal"), "/report", Map.of());
        does(secretary, "/draft", draft);
        for (String seat : List.of("judge", "council", "interior")) {
            does(member(panel, seat), "/votes", Map.of("agrees", true));
        }
        return acts(member(panel, "judge"), action, null);
    }

    /** Served, and nobody objects. */
    DocketHttp stands() {
        return acts(secretary, "serve-decision", service()).after(16).awaits("final");
    }

    DocketHttp objects() {
        acts(secretary, "serve-decision", service());
        return acts(owner, "object", Map.of("grounds", "facts", "papers", List.of(PAPER)));
    }

    /** What the slip of the fine tells, as application-service would. */
    void slip(String type, long rials, long confirmed) {
        Map<String, Object> told = new HashMap<>(Map.of("slipId", id + "-fine", "applicationId", file));
        told.putAll(Map.of("assessment", 30, "totalRials", rials, "confirmedRials", confirmed));
        told.putAll(Map.of("how", "cash", "settled", confirmed > 0));
        city.tell(Sources.SLIPS, id + "-fine", type, told);
    }

    long fineRials() {
        return now().path("firstDecision").path("fineRials").longValue();
    }

    /** Nothing but the slip's own word pays. */
    DocketHttp pays() {
        long rials = fineRials();
        slip("slip-issued", rials, 0);
        await().until(() -> now().at("/fine/slipId").asString("").equals(id + "-fine"));
        Answer unpaid = tries(owner, "/actions", action("pay-fine", null));
        assertThat(unpaid.body().path("guard").asString()).isEqualTo("fine-slip-confirmed");
        assertThat(unpaid.body().path("detail").asString()).contains("confirmed on its slip");
        slip("slip-settled", rials, rials / 4);
        slip("slip-confirmed", rials, rials);
        await().until(() -> now().at("/fine/paid").asBoolean(false));
        return acts(owner, "pay-fine", null).acts(income, "confirm-fine", null);
    }

    static Map<String, Object> photos(String day, LocalDate on) {
        return Map.of(day, on.toString(), "photos", List.of(PAPER));
    }
}
