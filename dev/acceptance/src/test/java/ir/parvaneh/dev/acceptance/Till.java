package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The money of one file, as its owner handles it: what is owed, beginning a payment, paying at the provider. */
final class Till {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PermitFile file;

    Till(PermitFile file) {
        this.file = file;
    }

    JsonNode account() {
        return file.owner.get("/v1/applications/" + file.id + "/fees").json();
    }

    /** What the tariff says, as the income expert shows it. */
    JsonNode proposal() {
        Person expert = file.person("district-income-expert");
        return expert.get("/v1/applications/" + file.id + "/fees/proposal")
                .json()
                .path("evidence");
    }

    List<JsonNode> slips() {
        return account().path("slips").valueStream().toList();
    }

    /** The slip that is to be paid, as soon as there is one. */
    JsonNode slip() {
        return Awaitility.await("a slip")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> slips().stream()
                                .filter(slip -> slip.path("cancelledAt").isNull())
                                .reduce((before, last) -> last)
                                .orElse(null),
                        slip -> slip != null);
    }

    /** Begins to pay a part of the slip; the answer says where. */
    Reply begins(String slipId, int part) {
        return file.owner.post("/v1/slips/" + slipId + "/payments", Map.of("part", part));
    }

    /** Pays at the provider, which calls back in that manner. */
    void paysAt(String payUrl, String manner) {
        String how = JSON.writeValueAsString(Map.of("callback", manner, "afterMillis", 4_000));
        HttpRequest request = HttpRequest.newBuilder(URI.create(payUrl))
                .POST(BodyPublishers.ofString(how))
                .build();
        try {
            assertThat(Ask.HTTP.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Pays the part that is next, and waits for nothing. */
    String pays(int part, String manner) {
        Reply begun = begins(slip().path("id").asString(), part);
        assertThat(begun.status()).as(begun.toString()).isIn(200, 201);
        paysAt(begun.at("/payUrl"), manner);
        return begun.at("/orderId");
    }

    boolean isSettled() {
        return account().path("settled").asBoolean(false);
    }

    void awaitSettled() {
        Awaitility.await("settled fees")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(this::isSettled);
    }

    /** Pays if need be, waits until the file knows, and says what a payment shows. */
    Map<String, Object> settled(String manner) {
        if (!isSettled()) {
            if (!slip().path("settled").asBoolean(false)) {
                pays(1, manner);
            }
            awaitSettled();
        }
        JsonNode slip = slip();
        return Map.of(
                "slipId", slip.path("id").asString(),
                "slipRials", slip.path("totalRials").asLong(),
                "slipReference", slip.at("/parts/0/reference").asString("covered"));
    }
}
