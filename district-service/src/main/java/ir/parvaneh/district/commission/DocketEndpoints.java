package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Command;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import ir.parvaneh.district.page.DistrictPage;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code /v1/dockets}: opening, reading, defending, and every action of the process. */
@RestController
@RequestMapping("/v1/dockets")
final class DocketEndpoints {
    private static final String EXPERT = "district-expert";

    private final Pages<Docket> dockets;
    private final Pages<DistrictPage> files;
    private final Commission commission;
    private final DocketLists lists;
    private final Openings openings;
    private final Commands commands;
    private final Cursors cursors;
    private final CityClock clock;

    DocketEndpoints(
            Pages<Docket> dockets,
            Pages<DistrictPage> files,
            Commission commission,
            Commands commands,
            Cursors cursors,
            CityClock clock) {
        this.dockets = dockets;
        this.files = files;
        this.commission = commission;
        this.lists = new DocketLists(dockets);
        this.openings = new Openings(dockets);
        this.commands = commands;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** An expert of the plot's district refers a violation found on a file. */
    @PostMapping
    Mono<ResponseEntity<DocketView>> refer(@RequestBody Referral referral, Caller caller, ServerWebExchange exchange) {
        if (!caller.hasRole(EXPERT) || caller.districtNo() == null) {
            return Mono.error(new Refused("forbidden"));
        }
        return commands.create(exchange, caller.personId(), command -> files.find(referral.applicationId())
                .filter(page -> page.body().liesIn(caller.districtNo()))
                .switchIfEmpty(Mono.error(() -> new Refused("file-not-known")))
                .flatMap(page -> refer(page.body(), referral, caller, command)));
    }

    private Mono<ResponseEntity<DocketView>> refer(
            DistrictPage file, Referral referral, Caller caller, Command command) {
        var wish = new ExpertsWish(commission.referring(), caller.personId(), file, referral, clock.now());
        return openings.open(referral.applicationId(), command.cause(), wish)
                .map(Commands::saved)
                .map(saved -> Commands.head(saved)
                        .location(URI.create("/v1/dockets/" + saved.page().id()))
                        .body(commission.views().of(saved.page().body(), caller)));
    }

    /** What an expert wishes for: a docket of his own, or to hear which one is in its place. */
    private record ExpertsWish(Referring referring, String by, DistrictPage file, Referral referral, Instant now)
            implements Openings.Wish {
        @Override
        public Verdict<Docket> open(Page<Docket> blank) {
            return referring.refer(blank, by, file, referral, now);
        }

        @Override
        public Verdict<Docket> taken(String docketId) {
            return Verdict.refused(new Refusal("docket-already-open", Map.of("docketId", docketId)));
        }

        @Override
        public boolean isMetBy(Docket ended) {
            return false;
        }
    }

    @GetMapping
    Mono<Slice<DocketView.Line>> list(
            Caller caller,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String application,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        var search = new DocketLists.Search(stage, application);
        int most = Slice.limit(limit);
        String query = caller.personId() + search;
        return on(application, caller)
                .flatMap(known -> lists.list(known, search, cursors.read(query, cursor), most + 1))
                .map(found -> Slice.of(
                        found,
                        most,
                        commission.views()::line,
                        docket -> cursors.write(query, DocketPages.place(docket))));
    }

    /** The docket as the caller may see it. */
    @GetMapping("/{id}")
    Mono<ResponseEntity<DocketView>> read(@PathVariable String id, Caller caller) {
        return on(applicationOf(id), caller)
                .flatMap(known -> dockets.find(id)
                        .map(Page::body)
                        .filter(docket -> DocketSight.sees(known, docket))
                        .map(docket -> ResponseEntity.ok()
                                .eTag(ETags.of(docket.changed()))
                                .body(commission.views().of(docket, known))))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }

    /** The owner explains himself in writing; after the ten days it is noted as late. */
    @PostMapping("/{id}/defence")
    Mono<ResponseEntity<DocketView>> defend(
            @PathVariable String id,
            @RequestBody Defending.Explanation explanation,
            Caller caller,
            ServerWebExchange exchange) {
        return change(id, caller, exchange, asked -> commission.defending().defend(asked, explanation));
    }

    /** Serves, pronounces, objects, pays, reports, executes: whatever the process has open. */
    @PostMapping("/{id}/actions")
    Mono<ResponseEntity<DocketView>> act(
            @PathVariable String id, @RequestBody DocketAction action, Caller caller, ServerWebExchange exchange) {
        return change(id, caller, exchange, asked -> commission.acting().act(asked, action));
    }

    /** The secretariat sets a hearing and its bench. */
    @PostMapping("/{id}/hearing")
    Mono<ResponseEntity<DocketView>> schedule(
            @PathVariable String id,
            @RequestBody SittingRequests.Hearing hearing,
            Caller caller,
            ServerWebExchange exchange) {
        return change(id, caller, exchange, asked -> commission.sittings().schedule(asked, hearing));
    }

    @PostMapping("/{id}/recusals")
    Mono<ResponseEntity<DocketView>> recuse(
            @PathVariable String id,
            @RequestBody SittingRequests.Recusal recusal,
            Caller caller,
            ServerWebExchange exchange) {
        return change(id, caller, exchange, asked -> commission.sittings().recuse(asked, recusal));
    }

    /** The municipality's representative presents the violation; needs no body. */
    @PostMapping("/{id}/report")
    Mono<ResponseEntity<DocketView>> report(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return change(id, caller, exchange, commission.sittings()::report);
    }

    /** The district's expert measures what the violation form leaves open; every item anew. */
    @PostMapping("/{id}/items")
    Mono<ResponseEntity<DocketView>> measure(
            @PathVariable String id,
            @RequestBody Measuring.Measures measures,
            Caller caller,
            ServerWebExchange exchange) {
        return change(id, caller, exchange, asked -> Measuring.measure(asked, measures));
    }

    @PostMapping("/{id}/draft")
    Mono<ResponseEntity<DocketView>> draft(
            @PathVariable String id,
            @RequestBody SittingRequests.Draft draft,
            Caller caller,
            ServerWebExchange exchange) {
        return change(id, caller, exchange, asked -> commission.sittings().draft(asked, draft));
    }

    @PostMapping("/{id}/votes")
    Mono<ResponseEntity<DocketView>> vote(
            @PathVariable String id,
            @RequestBody SittingRequests.Ballot ballot,
            Caller caller,
            ServerWebExchange exchange) {
        return change(id, caller, exchange, asked -> commission.sittings().vote(asked, ballot));
    }

    @FunctionalInterface
    private interface Decide {
        Verdict<Docket> on(Sittings.Asked asked);
    }

    private Mono<ResponseEntity<DocketView>> change(
            String id, Caller caller, ServerWebExchange exchange, Decide decide) {
        return commands.change(exchange, caller.personId(), command -> on(applicationOf(id), caller)
                .flatMap(known -> dockets.change(
                                id,
                                command.cause(),
                                page -> decide.on(new Sittings.Asked(
                                        page, known, command.staleAt(page.body().changed()), clock.now())))
                        .map(outcome -> Commands.answer(
                                outcome,
                                saved -> commission.views().of(saved.page().body(), known)))));
    }

    /** The id of a docket begins with its application's and a dot. */
    private static String applicationOf(String docketId) {
        return docketId.substring(0, Math.max(0, docketId.lastIndexOf('.')));
    }

    /** With what the caller is on that file; without a file he is nobody's representative. */
    private Mono<Caller> on(String application, Caller caller) {
        Mono<DistrictPage> file =
                application == null ? Mono.empty() : files.find(application).map(Page::body);
        return file.defaultIfEmpty(DistrictPage.blank()).map(known -> DocketSight.on(known, caller));
    }
}
