package ir.parvaneh.district.insight;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.district.page.DistrictScope;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The city's figures, from rows and from histories. With the same {@code asOf} both are the same. */
@RestController
public final class InsightEndpoints {
    /** Screens ask again and again: a board is at most so old. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Well within what a gateway waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String ASK_AGAIN_AFTER = "2";

    private final InsightRows rows;
    private final Recounts recounts;
    private final FreshBoard fresh;
    private final CityClock clock;

    public InsightEndpoints(InsightRows rows, Recount recount, CityClock clock) {
        this.rows = rows;
        this.clock = clock;
        this.recounts = new Recounts(asOf -> sum(recount.all(), asOf), PATIENCE);
        this.fresh = new FreshBoard(Mono.defer(() -> sum(rows.all(), null)), FRESH);
    }

    @GetMapping("/v1/insight/board")
    Mono<Board> board(Caller caller, @RequestParam(required = false) Instant asOf) {
        return DistrictScope.hasDistrictRole(caller) || oversees(caller)
                ? asOf == null ? fresh.now() : sum(rows.all(), asOf)
                : Mono.error(new Refused("forbidden"));
    }

    /** Reads every history: for an audit, not for a screen. 202 while it is being counted: ask the same again. */
    @GetMapping("/v1/insight/recount")
    Mono<ResponseEntity<Board>> recount(Caller caller, @RequestParam(required = false) Instant asOf) {
        return oversees(caller)
                ? recounts.of(asOf).map(ResponseEntity::ok).defaultIfEmpty(later(asOf))
                : Mono.error(new Refused("forbidden"));
    }

    private static ResponseEntity<Board> later(Instant asOf) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/insight/recount" + (asOf == null ? "" : "?asOf=" + asOf)))
                .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_AFTER)
                .build();
    }

    private Mono<Board> sum(Flux<Figures> files, Instant asOf) {
        Instant at = asOf == null ? clock.now() : asOf;
        return files.collect(() -> new BoardSum(at), BoardSum::add).map(BoardSum::board);
    }

    private static boolean oversees(Caller caller) {
        return caller.hasRole("operator") || caller.hasRole("auditor");
    }
}
