package ir.parvaneh.chassis.web;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.identity.IdentityParts;
import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Saved;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A service as small as can be, on web and identity alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({WebParts.class, IdentityParts.class, Small.Endpoints.class})
public class Small {
    record Draft(
            String renovationCode, int districtNo, List<Part> parts, List<String> names, Map<String, Double> areas) {
        Draft {
            Required.of("renovationCode", renovationCode);
        }
    }

    record Part(String kind, String note) {
        Part {
            Required.of("kind", kind);
        }
    }

    @RestController
    static class Endpoints {
        private final Commands commands;

        Endpoints(Commands commands) {
            this.commands = commands;
        }

        @GetMapping("/v1/me")
        Mono<Caller> me(Caller caller) {
            return Mono.just(caller);
        }

        @GetMapping("/v1/public/{name}")
        Mono<Map<String, String>> open(@PathVariable String name, @RequestParam int times) {
            return Mono.just(Map.of("name", name.repeat(times)));
        }

        @GetMapping("/internal/heads")
        Mono<Map<String, String>> internal() {
            return Mono.just(Map.of());
        }

        @PostMapping("/v1/drafts")
        Mono<ResponseEntity<String>> draft(@RequestBody Draft draft, Caller caller, ServerWebExchange exchange) {
            return commands.create(exchange, caller.personId(), command -> Mono.delay(Duration.ofMillis(200))
                    .map(tick -> Commands.answer(done(draft, command), saved -> command.newId("draft"))));
        }

        @PostMapping("/v1/changes")
        Mono<ResponseEntity<String>> change(Caller caller, ServerWebExchange exchange) {
            return commands.change(
                    exchange,
                    caller.personId(),
                    command -> Mono.fromCallable(() -> {
                        command.staleAt(7).ifPresent(stale -> {
                            throw new Refused(stale);
                        });
                        return ResponseEntity.ok("changed");
                    }));
        }

        @GetMapping("/v1/accidents/{kind}")
        Mono<String> accident(@PathVariable String kind, ServerWebExchange exchange) {
            return Mono.delay(Duration.ofMillis(1)).flatMap(tick -> {
                try (var _ = Trace.of(exchange).inLog()) {
                    LoggerFactory.getLogger(Small.class).info("about to fail");
                }
                return Mono.error(
                        switch (kind) {
                            case "store" -> new com.mongodb.MongoTimeoutException("no server");
                            case "topic" -> new org.apache.kafka.common.errors.TimeoutException("no broker");
                            case "slow" -> new java.util.concurrent.TimeoutException("late");
                            default -> new IllegalStateException("secret inside");
                        });
            });
        }

        private static Outcome<Draft> done(Draft draft, Command command) {
            var page = new Page<>(command.newId("draft"), 1, 1, draft);
            return new Outcome.Done<>(new Saved<>(page, 1, 1, 201, 1, false));
        }
    }
}
