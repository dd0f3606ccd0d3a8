package ir.parvaneh.chassis.desk;

import io.swagger.v3.oas.annotations.Operation;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Problems;
import ir.parvaneh.chassis.web.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /v1/signatures}: up to 100 decisions in one request, each judged for itself and answered for itself. */
@RestController
public final class SignatureEndpoints<P> {
    private static final int AT_ONCE = 8;

    private final Desks<P> desks;
    private final Commands commands;
    private final Problems problems;

    public SignatureEndpoints(Desks<P> desks, Commands commands, Problems problems) {
        this.desks = desks;
        this.commands = commands;
        this.problems = problems;
    }

    /**
     * @param status what the decision alone would have been answered
     * @param etag of the task now, or null
     * @param problem why not, or null
     */
    public record Answer(String taskId, int status, String etag, Map<String, Object> problem) {}

    public record Answers(List<Answer> items) {}

    @PostMapping("/v1/signatures")
    @Operation(summary = "Sign many tasks", description = "Items name the task and its ETag; If-Match is not needed.")
    Mono<Answers> sign(@RequestBody DeskBodies.Sign body, Caller caller, ServerWebExchange exchange) {
        if (body.items().isEmpty() || body.items().size() > DeskBodies.Sign.MOST) {
            throw new Refused("too-many-items", Map.of("most", DeskBodies.Sign.MOST));
        }
        return commands.create(exchange, caller.personId(), command -> sign(body, caller, command, exchange));
    }

    /** The caller's patience is for the whole batch: who has to queue gets what those before him left. */
    private Mono<Answers> sign(DeskBodies.Sign body, Caller caller, Command command, ServerWebExchange exchange) {
        Instant patient = Instant.now().plus(command.patience());
        return Flux.fromIterable(body.items())
                .flatMapSequential(item -> sign(item, caller, command, patient, exchange), AT_ONCE)
                .collectList()
                .map(Answers::new);
    }

    private static Duration leftUntil(Instant end) {
        Duration left = Duration.between(Instant.now(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Mono<Answer> sign(
            DeskBodies.Item item, Caller caller, Command batch, Instant patient, ServerWebExchange exchange) {
        return Mono.defer(() -> decide(item, caller, batch, leftUntil(patient))).onErrorResume(accident -> {
            var refusal = Problems.refusalOf(accident);
            return Mono.just(
                    new Answer(item.taskId(), problems.status(refusal), null, problems.members(refusal, exchange)));
        });
    }

    private Mono<Answer> decide(DeskBodies.Item item, Caller caller, Command batch, Duration left) {
        TaskId id = TaskId.of(item.taskId());
        Command command = batch.item(item.taskId(), ETags.number(item.etag()), left);
        return desks.commands
                .decide(id, item.decision(), caller, command)
                .flatMap(saved -> desks.answers.outcome(id, saved, command))
                .map(answer -> new Answer(
                        item.taskId(),
                        answer.getStatusCode().value(),
                        answer.getHeaders().getETag(),
                        null));
    }
}
