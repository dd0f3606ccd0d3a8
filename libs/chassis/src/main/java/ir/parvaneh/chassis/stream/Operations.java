package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.web.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For the operator on call: how the streams are, and what to do with events that are parked. */
@RestController
@RequestMapping("/v1/operations/${parvaneh.service}")
class Operations {
    private static final int MOST = 500;

    private final Streams streams;

    Operations(Streams streams) {
        this.streams = streams;
    }

    /** A parked event as an operator sees it; its id stands in an address. */
    record Waiting(
            String id,
            String inbox,
            String page,
            Parked.Reason reason,
            Instant since,
            String note,
            String source,
            String aggregate,
            long number,
            String type,
            String data) {

        static Waiting of(Parked parked) {
            Incoming event = parked.event();
            return new Waiting(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(parked.id())),
                    parked.inbox(),
                    parked.page(),
                    parked.reason(),
                    parked.since(),
                    parked.note(),
                    event.source(),
                    event.aggregate(),
                    event.number(),
                    event.type(),
                    new String(event.data(), StandardCharsets.UTF_8));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/status")
    Mono<StreamStatus> status() {
        return streams.status();
    }

    @GetMapping("/parked")
    Flux<Waiting> list(
            @RequestParam(required = false) Parked.Reason reason, @RequestParam(defaultValue = "100") int limit) {
        return streams.parked(reason, Math.clamp(limit, 1, MOST)).map(Waiting::of);
    }

    @GetMapping("/parked/{id}")
    Mono<Waiting> show(@PathVariable String id) {
        return found(streams.parked(plain(id)));
    }

    @PostMapping("/parked/{id}/replay")
    Mono<Waiting> replay(@PathVariable String id) {
        return found(streams.replay(plain(id)));
    }

    @PostMapping("/parked/{id}/discard")
    Mono<Waiting> discard(@PathVariable String id) {
        return found(streams.discard(plain(id)));
    }

    private static Mono<Waiting> found(Mono<Parked> parked) {
        return parked.map(Waiting::of).switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    private static String plain(String id) {
        try {
            return new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused("not-found");
        }
    }
}
