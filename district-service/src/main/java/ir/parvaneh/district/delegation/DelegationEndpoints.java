package ir.parvaneh.district.delegation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code /v1/delegations}: a signatory lets somebody of his district sign for him; he or his head ends it. */
@RestController
@RequestMapping("/v1/delegations")
public final class DelegationEndpoints {
    private final Delegations delegations;
    private final DelegationPolicy policy;
    private final Commands commands;
    private final CityClock clock;

    public DelegationEndpoints(Delegations delegations, DelegationPolicy policy, Commands commands, CityClock clock) {
        this.delegations = delegations;
        this.policy = policy;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * A delegation as its people see it.
     *
     * @param by who is away
     * @param to who signs in his place
     * @param active whether it counts now
     */
    public record View(
            String id,
            String by,
            String to,
            int districtNo,
            Set<String> roles,
            Instant from,
            Instant until,
            String reason,
            boolean active,
            Instant revokedAt,
            String etag) {}

    @PostMapping
    Mono<ResponseEntity<View>> grant(@RequestBody DelegationWish wish, Caller caller, ServerWebExchange exchange) {
        return commands.create(exchange, caller.personId(), command -> {
            String id = command.newId("delegation");
            return delegations
                    .pages
                    .change(id, command.cause(), page -> Granting.grant(caller, wish, policy, clock.now()))
                    .map(Commands::saved)
                    .map(saved -> Commands.head(saved)
                            .location(URI.create("/v1/delegations/" + id))
                            .body(view(saved.page())));
        });
    }

    @GetMapping
    Mono<Slice<View>> list(Caller caller) {
        return delegations
                .query(visibleTo(caller))
                .map(this::view)
                .collectList()
                .map(items -> new Slice<>(items, null));
    }

    private static Bson visibleTo(Caller caller) {
        Bson own = or(eq("absentId", caller.personId()), eq("standInId", caller.personId()));
        return isHead(caller) ? or(own, eq("districtNo", caller.districtNo())) : own;
    }

    /** Needs no key: a delegation ends once. */
    @DeleteMapping("/{id}")
    Mono<ResponseEntity<View>> revoke(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            Caller caller) {
        if (ifMatch == null) {
            return Mono.error(new Refused("if-match-missing"));
        }
        long seen = ETags.number(ifMatch);
        return delegations
                .pages
                .change(id, Cause.clock(), page -> judge(page, seen, caller))
                .map(outcome -> Commands.answer(outcome, saved -> view(saved.page())));
    }

    private Verdict<Delegation> judge(Page<Delegation> page, long seen, Caller caller) {
        boolean his = caller.personId().equals(page.body().absentId())
                || isHead(caller) && page.body().districtNo() == caller.districtNo();
        boolean standIn = caller.personId().equals(page.body().standInId());
        if (page.version() == 0 || !his) {
            return Verdict.refused(new Refusal(standIn ? "forbidden" : "not-found"));
        }
        return page.version() == seen
                ? Granting.revoke(page, caller.personId(), clock.now())
                : Verdict.refused(new Refusal("stale-version"));
    }

    private static boolean isHead(Caller caller) {
        return caller.hasRole("district-head") && caller.districtNo() != null;
    }

    private View view(Page<Delegation> page) {
        Delegation given = page.body();
        return new View(
                page.id(),
                given.absentId(),
                given.standInId(),
                given.districtNo(),
                given.roles(),
                given.from(),
                given.until(),
                given.reason(),
                given.holdsAt(clock.now()),
                given.revokedAt(),
                ETags.of(page.version()));
    }
}
