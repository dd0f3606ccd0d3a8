package ir.parvaneh.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Turns whatever went wrong into a problem. An answer that has already begun can only be cut off. */
@Component
@Order(-2)
final class LastWord implements ErrorWebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LastWord.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Problems problems;

    LastWord(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        Refused refused = refusal(error);
        report(exchange, refused, error);
        return problems.write(exchange, refused);
    }

    static Refused refusal(Throwable error) {
        return switch (error) {
            case Refused refused -> refused;
            case ResponseStatusException status -> byStatus(status);
            case TimeoutException late -> Refused.because("upstream-timeout", late);
            case AuthenticationServiceException away -> Refused.until(SOON, "dependency-away", away);
            case AbortedException broken -> Refused.until(SOON, "dependency-away", broken);
            case IOException broken -> Refused.until(SOON, "dependency-away", broken);
            default -> Refused.because("internal", error);
        };
    }

    private static Refused byStatus(ResponseStatusException error) {
        HttpStatusCode status = error.getStatusCode();
        return switch (status.value()) {
            case 404 -> Refused.because("not-found", error);
            case 405 -> Refused.because("method-not-allowed", error);
            case 406 -> Refused.because("not-acceptable", error);
            case 413 -> Refused.because("body-too-large", error);
            case 503 -> Refused.until(SOON, "dependency-away", error);
            case 504 -> Refused.because("upstream-timeout", error);
            default -> Refused.because(status.is4xxClientError() ? "request-malformed" : "internal", error);
        };
    }

    private void report(ServerWebExchange exchange, Refused refused, Throwable error) {
        String path = Problems.said(exchange.getRequest().getURI().getRawPath());
        int status = problems.status(refused.code());
        Trace trace = Trace.of(exchange);
        if (status == 500) {
            trace.write(
                    () -> LOG.error("{} {}: unexpected", exchange.getRequest().getMethod(), path, error));
        } else if (status > 500) {
            trace.write(() ->
                    LOG.warn("{} {}: {} ({})", exchange.getRequest().getMethod(), path, refused.code(), root(error)));
        } else {
            trace.write(() -> LOG.debug("{} {}: {}", exchange.getRequest().getMethod(), path, refused.code()));
        }
    }

    private static String root(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
