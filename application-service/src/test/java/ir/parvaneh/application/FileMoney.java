package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a file owes, paid at the provider. */
record FileMoney(FileStory file) {

    private static final Duration SOON = Duration.ofSeconds(20);

    void arrangesInstalments(int count) {
        String slip = "/v1/slips/" + slip();
        String etag = CITY.get(file.owner, slip).is(200).etag();
        CITY.post(file.owner, slip + "/instalments", Map.of("count", count), "If-Match", etag)
                .is(200);
    }

    void pays(int part) {
        Answer begun = CITY.post(file.owner, "/v1/slips/" + slip() + "/payments", Map.of("part", part))
                .is(201);
        CITY.pay(begun.text("/payUrl"));
    }

    /** Pays the slip and waits until the file knows. */
    Object payment() {
        String slip = slip();
        pays(1);
        await("settled").atMost(SOON).until(() -> fees().at("/settled").asBoolean());
        return Map.of(
                "slipId", slip, "amountRials", fees().at("/assessedRials").asLong(), "reference", "told-by-the-bank");
    }

    private String slip() {
        await("a slip").atMost(SOON).until(() -> !fees().at("/slips").isEmpty());
        return fees().at("/slips")
                .valueStream()
                .reduce((before, last) -> last)
                .orElseThrow()
                .get("id")
                .asString();
    }

    private JsonNode fees() {
        return CITY.get(file.owner, file.path() + "/fees").is(200).body();
    }
}
