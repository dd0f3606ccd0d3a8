package ir.parvaneh.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Upstream SERVICE = Upstream.saying("well");
    private static final Issuer ISSUER = new Issuer();
    private static Doorway door;

    @BeforeAll
    static void open() {
        Map<String, String> all = new HashMap<>();
        for (Service service : Service.values()) {
            all.put(service.label(), SERVICE.address());
        }
        door = Doorway.open(
                ISSUER,
                all,
                "--parvaneh.gateway.rates.caller.requests=5",
                "--parvaneh.gateway.rates.caller.per=5m",
                "--parvaneh.gateway.rates.anonymous.requests=3",
                "--parvaneh.gateway.rates.anonymous.per=3m");
    }

    @AfterAll
    static void close() {
        door.close();
        SERVICE.close();
        ISSUER.close();
    }

    @Test
    void a_person_who_asks_too_much_is_told_when_to_come_back_and_others_are_not_affected() throws Exception {
        String eager = ISSUER.token("eager", "citizen");
        for (int i = 4; i >= 0; i--) {
            HttpResponse<String> answer = Doorway.send(door.to("/v1/me", eager));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains(String.valueOf(i));
        }
        int before = SERVICE.asked().size();
        HttpResponse<String> refused = Doorway.send(door.to("/v1/me", eager));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        assertThat(refused.body()).contains("\"code\":\"rate-limited\"");
        assertThat(SERVICE.asked()).hasSize(before);
        assertThat(Doorway.send(door.to("/v1/me", ISSUER.token("calm", "citizen")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_has_no_token_is_counted_by_address() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(Doorway.send(door.to("/v1/offices")).statusCode()).isEqualTo(200);
        }
        assertThat(Doorway.send(door.to("/v1/tracking/AB12").header("X-Forwarded-For", "10.0.0.9"))
                        .statusCode())
                .isEqualTo(429);
    }
}
