package ir.parvaneh.chassis.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The last word on every failed request: a problem, and one log line when nobody knows what happened. */
final class ProblemHandler implements WebExceptionHandler, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable accident) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(accident);
        }
        var refusal = Accidents.refusalOf(accident);
        tell(exchange, accident, refusal.code());
        return problems.answer(refusal, exchange);
    }

    private static void tell(ServerWebExchange exchange, Throwable accident, String code) {
        try (var _ = Trace.of(exchange).inLog()) {
            var request = exchange.getRequest();
            String path = request.getPath().value();
            String said = Unsaid.in(path);
            if (code.equals(Accidents.AWAY)) {
                log.warn("{} {}: a dependency is away: {}", request.getMethod(), said, accident.toString());
            } else if (code.equals(Accidents.INTERNAL) && said.equals(path)) {
                log.error("{} {} failed", request.getMethod(), said, accident);
            } else if (code.equals(Accidents.INTERNAL)) { // a trace of the framework would repeat the address
                log.error("{} {} failed: {}", request.getMethod(), said, accident.getStackTrace());
            }
        }
    }

    /** Before the handlers of the framework. */
    @Override
    public int getOrder() {
        return -10;
    }
}
