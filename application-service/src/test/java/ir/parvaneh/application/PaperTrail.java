package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A draft whose history tells of plan orders that were never lived through, and the papers that come of it. */
final class PaperTrail {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String id = FileStory.drafted().id;

    /** A plan order is issued at that instant. */
    PaperTrail issues(int storeys, Instant at) {
        Map<String, Object> left = new HashMap<>(Map.of("action", "issue-plan-order", "decidedAt", at));
        Map<String, Object> content = Map.of("permittedStoreys", storeys, "usage", "residential");
        left.put("evidence", Map.of("schema", "plan-order", "digest", "ab", "content", content));
        CITY.files()
                .change(
                        id,
                        Cause.clock(),
                        page -> Verdict.changed(
                                page.body().owingPapers(page.number() + 1), new NewEvent("stage-left", left)))
                .block();
        return this;
    }

    /** The serials of this file's papers, the oldest first, when there are that many. */
    List<String> serials(int count) {
        await().atMost(SOON).until(() -> serials().size() == count);
        return serials();
    }

    private List<String> serials() {
        List<String> serials = new ArrayList<>();
        String heads = "/internal/heads?source=" + Sources.CERTIFICATES + "&limit=1000";
        for (JsonNode head : CITY.get(Person.SERVICE, heads).is(200).body()) {
            String serial = head.get("aggregate").asString();
            if (issued(serial).get("applicationId").asString().equals(id)) {
                serials.add(serial);
            }
        }
        return serials;
    }

    private static JsonNode issued(String serial) {
        String query = "/internal/events?source=" + Sources.CERTIFICATES + "&aggregate=" + serial;
        JsonNode first = CITY.get(Person.SERVICE, query).is(200).body().get(0);
        return JSON.readTree(Base64.getDecoder().decode(first.get("data").asString()));
    }
}
