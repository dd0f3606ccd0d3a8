package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** One docket of article 100 through the gateway, with the people of the development city who have a part in it. */
final class DocketFile {
    private static final Duration SOON = Duration.ofSeconds(20);
    static final String DIGEST = "ab".repeat(32);
    static final Map<String, Object> PAPER = Map.of("kind", "paper", "digest", DIGEST, "pages", 2);

    final PermitFile file;
    final Person expert;
    final Person income;
    final Person secretary = new Person("commission-100-secretary-1");
    final String id;

    private DocketFile(PermitFile file, Function<DocketFile, String> opened) {
        this.file = file;
        String unit = "district-%02d-".formatted(file.district);
        expert = new Person(unit + "expert-1");
        income = new Person(unit + "income-1");
        id = opened.apply(this);
    }

    /** An expert refers a violation no stage of the file waits for. */
    static DocketFile referred(String owner, int district) {
        return new DocketFile(PermitFile.drafted(owner, "office-022", district), DocketFile::referredByAnExpert);
    }

    /** The file itself waits for the commission; its docket is there without anybody's call. */
    static DocketFile of(PermitFile waiting) {
        return new DocketFile(waiting, DocketFile::openedByItself);
    }

    Map<String, Object> referral() {
        var item = Map.of("kind", "area", "usage", "residential", "excess", 60.0, "violatedOn", "2024-01-10");
        return Map.of("applicationId", file.id, "form", PAPER, "items", List.of(item));
    }

    /** The district knows the file a moment after it was drafted. */
    private String referredByAnExpert() {
        Reply opened = Awaitility.await("the district knows the file")
                .atMost(SOON)
                .until(() -> expert.post("/v1/dockets", referral()), reply -> reply.status() != 404);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.at("/id");
    }

    private String openedByItself() {
        return Awaitility.await("a docket")
                .atMost(SOON)
                .until(this::listed, dockets -> !dockets.isEmpty())
                .getFirst()
                .path("id")
                .asString();
    }

    List<JsonNode> listed() {
        return secretary
                .get("/v1/dockets?application=" + file.id)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    static Person member(int panel, String seat) {
        return new Person("commission-100-" + panel + "-" + seat);
    }

    Reply seenBy(Person person) {
        return person.get("/v1/dockets/" + id);
    }

    String stage() {
        return seenBy(secretary).at("/stage");
    }

    /** What is to be paid and what was, as the owner sees it. */
    JsonNode fine() {
        return seenBy(file.owner).json().path("fine");
    }

    Ask asks(Person person, String door, Object body) {
        return Ask.post("/v1/dockets/" + id + door, body)
                .as(person)
                .ifMatch(seenBy(secretary).etag());
    }

    DocketFile does(Person person, String door, Object body) {
        PermitFile.accepted(asks(person, door, body).send());
        return this;
    }

    DocketFile acts(Person person, String name, Map<String, Object> evidence) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("action", name));
        if (evidence != null) {
            body.put("evidence", evidence);
        }
        return does(person, "/actions", body);
    }

    static String today() {
        return LocalDate.ofInstant(PermitFile.cityTime(), ZoneId.of("Asia/Tehran"))
                .toString();
    }

    DocketFile serves(String action) {
        return acts(secretary, action, Map.of("servedOn", today(), "method", "electronic", "receipt", PAPER));
    }

    DocketFile toHearing(int panel) {
        serves("serve-notice").does(file.owner, "/defence", Map.of("papers", List.of(PAPER)));
        return hearing(panel);
    }

    DocketFile hearing(int panel) {
        Map<String, Object> bench = new LinkedHashMap<>(Map.of("heldOn", today()));
        for (String seat : List.of("judge", "council", "interior", "municipal")) {
            bench.put(seat, member(panel, seat).id());
        }
        return does(secretary, "/hearing", bench);
    }

    DocketFile decides(int panel, Map<String, Object> draft, String action) {
        does(member(panel, "municipal"), "/report", Map.of()).does(secretary, "/draft", draft);
        for (String seat : List.of("judge", "council", "interior")) {
            does(member(panel, seat), "/votes", Map.of("agrees", true));
        }
        return acts(member(panel, "judge"), action, null);
    }

    DocketFile objects() {
        return serves("serve-decision")
                .acts(file.owner, "object", Map.of("grounds", "amount", "papers", List.of(PAPER)));
    }

    /** A fine on every item that was referred. */
    Map<String, Object> fineOnEach(int multiplier) {
        int items = seenBy(secretary).json().at("/referral/items").size();
        return Map.of(
                "outcome", "fine", "multipliersPercent", Collections.nCopies(items, multiplier), "minutes", PAPER);
    }

    static Map<String, Object> fine(int multiplier) {
        return Map.of("outcome", "fine", "multipliersPercent", List.of(multiplier), "minutes", PAPER);
    }

    static Map<String, Object> demolition(String ground) {
        return Map.of("outcome", "demolition", "ground", ground, "periodDays", 30, "minutes", PAPER);
    }
}
