package ir.parvaneh.application.certificate;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Commands;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** An operator has a new key sign from now on. */
@RestController
final class KeyEndpoints {

    private final SigningKeys keys;
    private final Commands commands;

    KeyEndpoints(SigningKeys keys, Commands commands) {
        this.keys = keys;
        this.commands = commands;
    }

    @PostMapping("/v1/operations/application/certificate-keys")
    Mono<ResponseEntity<Map<String, String>>> rotate(Caller caller, ServerWebExchange exchange) {
        return commands.create(exchange, caller.personId(), command -> keys.rotate(command.cause())
                .map(saved -> Commands.head(saved)
                        .body(Map.of("signing", saved.page().body().signing().id()))));
    }
}
