package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import ir.parvaneh.dev.city.wire.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The one clock of the city, read and moved as the operator. */
final class CityTime {
    private static final String OPERATOR = "operator-1";

    private final Settings settings;
    private final Tokens tokens;

    CityTime(Settings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** How far the city is ahead of real time; zero when it does not say. */
    Duration offset() {
        try (Caller gateway = new Caller(settings.gateway(), settings.patience())) {
            Answer answer = gateway.call(Call.get("/dev/clock", tokens.of(OPERATOR)));
            return answer.ok() ? Duration.parse(answer.json().path("offset").asString("PT0S")) : Duration.ZERO;
        }
    }

    void advance(Duration by) {
        try (Caller gateway = new Caller(settings.gateway(), settings.patience())) {
            String key = UUID.randomUUID().toString();
            Answer answer = gateway.call(
                    Call.post("/dev/clock", tokens.of(OPERATOR), key, null, Map.of("advance", by.toString())));
            if (!answer.ok()) {
                throw new IllegalStateException("the city clock cannot be moved: " + answer.text());
            }
        }
    }
}
