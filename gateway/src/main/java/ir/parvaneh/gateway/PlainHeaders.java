package ir.parvaneh.gateway;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service reads about its caller stands in the token and nowhere else: headers that claim an identity or an
 * origin are dropped. The trace goes on in both directions.
 */
final class PlainHeaders {
    private static final Set<String> CLAIMS = Set.of(
            "forwarded",
            "remote-user",
            "x-real-ip",
            "x-roles",
            "x-role",
            "x-office-id",
            "x-district-no",
            "x-agency",
            "x-person-id",
            "x-subject",
            "x-trace-id",
            "proxy-connection",
            "tracestate",
            "baggage");
    private static final Set<String> TRACES = Set.of("traceparent", "x-trace-id");

    private PlainHeaders() {}

    /** On the way to a service. */
    @Component
    static final class Asked implements HttpHeadersFilter {
        @Override
        public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
            HttpHeaders plain = new HttpHeaders(headers);
            headers.headerNames().stream().filter(PlainHeaders::isClaim).forEach(plain::remove);
            plain.set("traceparent", Trace.of(exchange).header());
            return plain;
        }

        @Override
        public boolean supports(Type type) {
            return type == Type.REQUEST;
        }
    }

    /** On the way back: the gateway has already named the trace. */
    @Component
    static final class Answered implements HttpHeadersFilter {
        @Override
        public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
            HttpHeaders plain = new HttpHeaders(headers);
            TRACES.forEach(plain::remove);
            return plain;
        }

        @Override
        public boolean supports(Type type) {
            return type == Type.RESPONSE;
        }
    }

    private static boolean isClaim(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return CLAIMS.contains(name)
                || Stream.of("x-user", "x-forwarded-", "x-auth-", "x-remote-").anyMatch(name::startsWith);
    }
}
