package ir.parvaneh.audit;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For auditors: this service's chains, entry by entry, and what this service finds when it recomputes them. */
@RestController
@RequestMapping("/v1/audit/${parvaneh.service}")
final class ChainEndpoints {
    static final String AUDITOR = "auditor";

    private final Chains chains;

    ChainEndpoints(Chains chains) {
        this.chains = chains;
    }

    /**
     * A chain and what is wrong with it.
     *
     * @param intact nothing is
     */
    record Judged(
            String source,
            String aggregate,
            long number,
            String head,
            boolean intact,
            List<ChainFault> faults,
            List<Link> links) {

        static Judged of(Chain chain) {
            List<ChainFault> faults = ChainCheck.faults(chain);
            return new Judged(
                    chain.source(),
                    chain.aggregate(),
                    chain.number(),
                    chain.head(),
                    faults.isEmpty(),
                    faults,
                    chain.links());
        }
    }

    /** One part of a sweep; goes on after the last item's source and aggregate. */
    @GetMapping("/chains")
    Mono<List<Judged>> sweep(
            Caller caller,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) Integer limit) {
        mustBeAuditor(caller);
        return chains.after(source, after, Slice.limit(limit)).map(Judged::of).collectList();
    }

    /** The chains this service keeps about one aggregate, such as a file. */
    @GetMapping("/chains/{aggregate}")
    Mono<List<Judged>> one(Caller caller, @PathVariable String aggregate) {
        mustBeAuditor(caller);
        return chains.of(aggregate)
                .map(Judged::of)
                .collectList()
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    static void mustBeAuditor(Caller caller) {
        if (!caller.hasRole(AUDITOR)) {
            throw new Refused("forbidden");
        }
    }
}
