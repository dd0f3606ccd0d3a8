package ir.parvaneh.audit;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Roots and keys for anybody; leaves, proofs and roots out of turn for auditors. */
@RestController
@RequestMapping("/v1/audit/${parvaneh.service}")
final class RootEndpoints {
    private static final int MOST_LEAVES = 5_000;

    private final Roots roots;
    private final RootMaking making;
    private final SigningKeys keys;

    RootEndpoints(Roots roots, RootMaking making, SigningKeys keys) {
        this.roots = roots;
        this.making = making;
        this.keys = keys;
    }

    /** Public, oldest first: each says the digest of the one before. Goes on after a number. */
    @GetMapping("/roots")
    Mono<List<Root>> list(@RequestParam(defaultValue = "0") long after, @RequestParam(required = false) Integer limit) {
        return roots.after(after, Slice.limit(limit)).collectList();
    }

    /** Public: the keys that signed roots, the retired ones too, as a JWK set. */
    @GetMapping("/keys")
    Map<String, Object> keys() {
        return keys.published();
    }

    /** A root before its day is over, for example before a file goes to court. Asked twice it makes two. */
    @PostMapping("/roots")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Root> make(Caller caller) {
        ChainEndpoints.mustBeAuditor(caller);
        return making.make();
    }

    /** How chains stood under a root, in the order of its tree. */
    @GetMapping("/roots/{number}/leaves")
    Mono<List<Leaf>> leaves(
            Caller caller,
            @PathVariable long number,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "1000") int limit) {
        ChainEndpoints.mustBeAuditor(caller);
        int most = Math.clamp(limit, 1, MOST_LEAVES);
        return known(number)
                .flatMap(making::leavesOf)
                .map(leaves ->
                        leaves.stream().skip(Math.max(0, from)).limit(most).toList());
    }

    /** All leaves of all roots, each once, with the first root that has it; goes on after the last one. */
    @GetMapping("/leaves")
    Mono<List<Leaves.Noted>> noted(
            Caller caller,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String aggregate,
            @RequestParam(defaultValue = "0") long root,
            @RequestParam(defaultValue = "1000") int limit) {
        ChainEndpoints.mustBeAuditor(caller);
        return making.notedAfter(source, aggregate, root)
                .take(Math.clamp(limit, 1, MOST_LEAVES))
                .collectList();
    }

    /** The proofs of one aggregate's chains under a root, the last one unless a number is given. */
    @GetMapping("/proofs/{aggregate}")
    Mono<List<Proof>> proofs(Caller caller, @PathVariable String aggregate, @RequestParam(required = false) Long root) {
        ChainEndpoints.mustBeAuditor(caller);
        Mono<Root> asked = root == null ? roots.last() : roots.find(root);
        return asked.flatMap(found -> making.proofs(found, aggregate).collectList())
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    private Mono<Root> known(long number) {
        return roots.find(number).switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }
}
