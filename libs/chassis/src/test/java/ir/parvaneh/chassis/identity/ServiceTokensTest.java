package ir.parvaneh.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ServiceTokensTest {

    @Test
    void a_fetch_that_never_ends_is_given_up_and_the_next_caller_asks_anew() {
        AtomicInteger asked = new AtomicInteger();
        DisposableServer issuer = HttpServer.create()
                .port(0)
                .route(routes -> routes.post(
                        "/token",
                        (request, response) -> asked.getAndIncrement() == 0
                                ? Mono.never()
                                : response.header("Content-Type", "application/json")
                                        .sendString(Mono.just("{\"access_token\":\"second\",\"expires_in\":300}"))))
                .bindNow();
        try {
            var tokens =
                    new ServiceTokens(WebClient.create(), "http://localhost:" + issuer.port() + "/token", "a", "b");
            assertThatThrownBy(tokens.token()::block)
                    .hasRootCauseInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(tokens.token().block()).isEqualTo("second");
        } finally {
            issuer.disposeNow();
        }
    }
}
