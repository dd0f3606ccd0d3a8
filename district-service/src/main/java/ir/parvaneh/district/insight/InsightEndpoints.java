package ir.parvaneh.district.insight;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.district.page.DistrictScope;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The city's figures, from rows and from histories. With the same {@code asOf} both are the same. */
@RestController
public final class InsightEndpoints {
    private final InsightRows rows;
    private final Recount recount;
    private final CityClock clock;

    public InsightEndpoints(InsightRows rows, Recount recount, CityClock clock) {
        this.rows = rows;
        this.recount = recount;
        this.clock = clock;
    }

    @GetMapping("/v1/insight/board")
    Mono<Board> board(Caller caller, @RequestParam(required = false) Instant asOf) {
        return DistrictScope.hasDistrictRole(caller) || oversees(caller)
                ? sum(rows.all(), asOf)
                : Mono.error(new Refused("forbidden"));
    }

    /** Reads every history: for an audit, not for a screen. */
    @GetMapping("/v1/insight/recount")
    Mono<Board> recount(Caller caller, @RequestParam(required = false) Instant asOf) {
        return oversees(caller) ? sum(recount.all(), asOf) : Mono.error(new Refused("forbidden"));
    }

    private Mono<Board> sum(Flux<Figures> files, Instant asOf) {
        Instant at = asOf == null ? clock.now() : asOf;
        return files.collect(() -> new BoardSum(at), BoardSum::add).map(BoardSum::board);
    }

    private static boolean oversees(Caller caller) {
        return caller.hasRole("operator") || caller.hasRole("auditor");
    }
}
