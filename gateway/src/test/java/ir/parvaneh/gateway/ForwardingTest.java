package ir.parvaneh.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class ForwardingTest {
    private static final Issuer ISSUER = new Issuer();
    private static final Upstream FIRST = Upstream.saying("first");
    private static final Upstream SECOND = Upstream.saying("second");
    private static final Upstream SILENT = Upstream.answering(asked -> Upstream.Answer.never());
    private static final Upstream ALONE = Upstream.saying("alone");
    private static final Sinks.Many<String> EVENTS = Sinks.many().multicast().directBestEffort();
    private static final Upstream STREAM = Upstream.answering(asked -> Upstream.Answer.events(EVENTS.asFlux()));
    private static Doorway door;

    @BeforeAll
    static void open() {
        Map<String, String> all = new HashMap<>();
        all.put("application", FIRST.address() + "," + SECOND.address());
        all.put("office", SILENT.address());
        all.put("district", ALONE.address());
        all.put("notification", STREAM.address());
        all.put("issuer", ISSUER.address());
        door = Doorway.open(
                ISSUER,
                all,
                "--parvaneh.gateway.response-timeout=300ms",
                "--parvaneh.gateway.breaker.judged-from=4",
                "--parvaneh.gateway.breaker.window=4",
                "--parvaneh.gateway.breaker.open-for=1s",
                "--parvaneh.gateway.streams-each=2");
    }

    @AfterAll
    static void close() {
        door.close();
        for (Upstream upstream : new Upstream[] {FIRST, SECOND, SILENT, ALONE, STREAM}) {
            upstream.close();
        }
        ISSUER.close();
    }

    @Test
    void replicas_take_turns() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            seen.add(get("/v1/me").body());
        }
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void when_one_replica_is_away_the_other_takes_reads_and_commands_alike() throws Exception {
        String token = ISSUER.token("p1", "citizen");
        FIRST.away();
        for (int i = 0; i < 12; i++) {
            var command = door.to("/v1/applications", token).POST(BodyPublishers.ofString("{\"n\":" + i + "}"));
            assertThat(Doorway.send(command).body()).isEqualTo("second");
            assertThat(SECOND.last().body()).isEqualTo("{\"n\":" + i + "}");
            assertThat(get("/v1/me").body()).isEqualTo("second");
        }
        FIRST.back();
        await().atMost(Duration.ofSeconds(10)).until(() -> get("/v1/me").body().equals("first"));
    }

    @Test
    void when_all_are_away_the_problem_says_so_and_the_breaker_spares_the_service() throws Exception {
        ALONE.away();
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> answer = get("/v1/insight/board");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"dependency-away\"");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
        ALONE.back();
        int before = ALONE.asked().size();
        assertThat(get("/v1/insight/board").statusCode())
                .as("the breaker is open")
                .isEqualTo(503);
        assertThat(ALONE.asked()).hasSize(before);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/v1/insight/board").statusCode() == 200);
    }

    @Test
    void who_does_not_answer_in_time_is_not_asked_twice() throws Exception {
        var command = door.to("/v1/visits/1/acceptance", ISSUER.token("p1", "citizen"))
                .header("Accept-Language", "fa")
                .POST(BodyPublishers.ofString("{}"));
        HttpResponse<String> answer = Doorway.send(command);
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("\"code\":\"upstream-timeout\"", "پاسخ به‌موقع نرسید");
        assertThat(SILENT.asked()).hasSize(1);
    }

    @Test
    void what_may_have_been_received_is_repeated_only_if_it_is_a_read() throws Exception {
        try (Upstream dying = Upstream.answering(asked -> Upstream.Answer.reset());
                Upstream sound = Upstream.saying("sound");
                Doorway other = Doorway.open(ISSUER, Map.of("application", dying.address() + "," + sound.address()))) {
            String token = ISSUER.token("p1", "citizen");
            for (int i = 0; i < 4; i++) {
                assertThat(Doorway.send(other.to("/v1/me", token)).body()).isEqualTo("sound");
            }
            int lost = 0;
            for (int i = 0; i < 4; i++) {
                var command = other.to("/v1/applications", token).POST(BodyPublishers.ofString("{}"));
                HttpResponse<String> answer = Doorway.send(command);
                lost += answer.statusCode() == 503 ? 1 : 0;
                assertThat(answer.statusCode()).isIn(200, 503);
            }
            assertThat(lost).isEqualTo(2);
            assertThat(dying.asked().stream().filter(asked -> asked.method().equals("POST")))
                    .hasSize(2);
            assertThat(sound.asked().stream().filter(asked -> asked.method().equals("POST")))
                    .hasSize(2);
        }
    }

    @Test
    void a_live_stream_outlasts_the_time_limit_and_each_event_comes_at_once() throws Exception {
        var stream = Doorway.open(door.to("/v1/applications/1/stream", ISSUER.token("p1", "citizen"))
                .header("Last-Event-ID", "7"));
        assertThat(stream.statusCode()).as("headers come before any event").isEqualTo(200);
        assertThat(STREAM.last().headers().get("Last-Event-ID")).isEqualTo("7");
        try (var lines = new BufferedReader(new InputStreamReader(stream.body()))) {
            for (int i = 0; i < 3; i++) {
                Mono.delay(Duration.ofMillis(200)).block();
                EVENTS.tryEmitNext("id: " + i + "\n\n");
                assertThat(lines.readLine()).isEqualTo("id: " + i);
                assertThat(lines.readLine()).isEmpty();
            }
        }
        assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
        await().until(() -> EVENTS.currentSubscriberCount() == 0);
    }

    @Test
    void nobody_holds_more_streams_than_are_his_and_one_that_ends_makes_room() throws Exception {
        var stream = door.to("/v1/applications/1/stream", ISSUER.token("p2", "citizen"));
        var first = Doorway.open(stream);
        try (var _ = Doorway.open(stream).body()) {
            HttpResponse<String> third = Doorway.send(stream);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).contains("\"code\":\"too-many-streams\"");
            var anothers = Doorway.open(door.to("/v1/applications/1/stream", ISSUER.token("p3", "citizen")));
            assertThat(anothers.statusCode()).isEqualTo(200);
            anothers.body().close();
            first.body().close();
            await().until(() -> {
                var again = Doorway.open(stream);
                again.body().close();
                return again.statusCode() == 200;
            });
        }
    }

    /** One call a second is a quiet night: each must find the service that is back. */
    @Test
    void after_an_outage_single_calls_are_enough_to_close_the_breaker() throws Exception {
        Upstream back = Upstream.saying("back");
        try (Doorway quiet = Doorway.open(
                ISSUER,
                Map.of("application", back.address()),
                "--parvaneh.gateway.breaker.judged-from=4",
                "--parvaneh.gateway.breaker.open-for=200ms")) {
            var call = quiet.to("/v1/me", ISSUER.token("p1", "citizen"));
            back.away();
            for (int i = 0; i < 5; i++) {
                assertThat(Doorway.send(call).statusCode()).isEqualTo(503);
            }
            back.back();
            for (int i = 0; i < 4; i++) {
                Mono.delay(Duration.ofMillis(300)).block();
                assertThat(Doorway.send(call).statusCode()).isEqualTo(200);
            }
        }
        back.close();
    }

    @Test
    void a_refusal_of_a_service_passes_untouched() throws Exception {
        try (Upstream refusing = Upstream.answering(asked -> new Upstream.Answer(
                        409,
                        Map.of("Content-Type", "application/problem+json", "ETag", "\"4\""),
                        Flux.just("{\"code\":\"x\"}")));
                Doorway other = Doorway.open(ISSUER, Map.of("application", refusing.address()))) {
            HttpResponse<String> answer = Doorway.send(other.to("/v1/me", ISSUER.token("p1", "citizen")));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("{\"code\":\"x\"}");
            assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
        }
    }

    @Test
    void without_the_issuers_keys_nobody_is_called_an_impostor() throws Exception {
        Issuer gone = new Issuer();
        try (Doorway other = Doorway.open(gone, Map.of("application", FIRST.address()))) {
            gone.close();
            HttpResponse<String> answer = Doorway.send(other.to("/v1/me", gone.token("p1", "citizen")));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"dependency-away\"");
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return Doorway.send(door.to(path, ISSUER.token("p1", "citizen")));
    }
}
