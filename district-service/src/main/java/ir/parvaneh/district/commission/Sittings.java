package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.DecisionDrafted;
import ir.parvaneh.contracts.HearingScheduled;
import ir.parvaneh.contracts.MemberRecused;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.ViolationPresented;
import ir.parvaneh.contracts.VoteCast;
import ir.parvaneh.district.commission.CommissionEvidence.Decision;
import ir.parvaneh.district.commission.CommissionEvidence.Seated;
import ir.parvaneh.district.commission.CommissionEvidence.Vote;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.ProcessTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Preparing and holding a hearing: its bench, recusals, the municipality's report, the drafted decision, the votes.
 * Pure. The order of the checks: is it his to see, is it his to do, has it changed, is there a hearing, the rules.
 */
final class Sittings {
    private final DocketJudge judge;
    private final Fines fines;

    Sittings(DocketJudge judge, Fines fines) {
        this.judge = judge;
        this.fines = fines;
    }

    /** A docket, who wants something of it, and when. */
    record Asked(Page<Docket> page, Caller caller, Optional<Refusal> stale, Instant now) {
        Docket docket() {
            return page.body();
        }

        LocalDate today() {
            return Tehran.dateOf(now);
        }

        boolean bySecretary() {
            return caller.hasRole(DocketSight.SECRETARY);
        }
    }

    /** Codes: day-impossible, value-not-allowed, bench-not-distinct, member-in-conflict, member-decided-before. */
    Verdict<Docket> schedule(Asked asked, SittingRequests.Hearing hearing) {
        return ifHis(asked, asked.bySecretary(), () -> {
            Set<String> people = hearing.bench().stream().map(Seated::personId).collect(Collectors.toSet());
            if (hearing.heldOn().isBefore(asked.today())) {
                return no(Refusals.at("day-impossible", "/heldOn"));
            }
            Optional<Refusal> nobody =
                    first(hearing.bench(), one -> !People.isOpaque(one.personId()), "value-not-allowed");
            if (nobody.isPresent()) {
                return no(nobody.get());
            }
            if (people.size() < Seat.values().length) {
                return no(new Refusal("bench-not-distinct"));
            }
            return whoMayNotSit(asked.docket(), hearing.bench())
                    .<Verdict<Docket>>map(Verdict::refused)
                    .orElseGet(() -> scheduled(asked, hearing));
        });
    }

    private static Optional<Refusal> whoMayNotSit(Docket docket, List<Seated> bench) {
        Set<String> barred = new HashSet<>(docket.barred());
        Optional<Refusal> conflict = first(bench, one -> barred.contains(one.personId()), "member-in-conflict");
        Set<String> before = docket.inReview() ? firstBench(docket) : Set.of();
        return conflict.or(() -> first(bench, one -> before.contains(one.personId()), "member-decided-before"));
    }

    private static Optional<Refusal> first(List<Seated> bench, Predicate<Seated> out, String code) {
        return bench.stream()
                .filter(out)
                .findFirst()
                .map(one -> Refusals.at(code, "/" + one.seat().wire()));
    }

    /** Everybody who sat when the first decision was made, with or without a vote. */
    private static Set<String> firstBench(Docket docket) {
        return docket.process()
                .latest(Article100Guards.FIRST, Decision.class)
                .map(first -> first.bench().stream().map(Seated::personId).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static Verdict<Docket> scheduled(Asked asked, SittingRequests.Hearing hearing) {
        Map<String, String> seats = hearing.bench().stream()
                .collect(Collectors.toMap(one -> one.seat().wire(), Seated::personId));
        var told = new HearingScheduled(hearing.heldOn(), seats, asked.caller().personId(), asked.now());
        Sitting sitting = asked.docket().sitting().scheduled(hearing.heldOn(), hearing.bench());
        return changed(asked, sitting, new NewEvent("hearing-scheduled", told));
    }

    /** A member goes for good; his seat must be taken by another. Codes: personal-data-in-text, not-found. */
    Verdict<Docket> recuse(Asked asked, SittingRequests.Recusal recusal) {
        String person = recusal.personId() == null ? asked.caller().personId() : recusal.personId();
        boolean himself = person.equals(asked.caller().personId()) && DocketSight.sits(asked.caller(), asked.docket());
        return ifHis(asked, himself || asked.bySecretary(), () -> {
            Optional<Seat> seat = asked.docket().sitting().seatOf(person);
            if (seat.isEmpty()) {
                return no(Refusals.at("not-found", "/personId"));
            }
            return reasonFault(recusal.reason())
                    .<Verdict<Docket>>map(Verdict::refused)
                    .orElseGet(() -> recused(asked, seat.get(), person, recusal.reason()));
        });
    }

    private static Optional<Refusal> reasonFault(Reason reason) {
        boolean given = reason.code() != null
                && !reason.code().isBlank()
                && reason.text() != null
                && !reason.text().isBlank();
        if (!given) {
            return Optional.of(new Refusal("reasons-required"));
        }
        return People.isImpersonal(reason.text()) && People.isImpersonal(reason.code())
                ? Optional.empty()
                : Optional.of(Refusals.at("personal-data-in-text", "/reason/text"));
    }

    private static Verdict<Docket> recused(Asked asked, Seat seat, String person, Reason reason) {
        var told = new MemberRecused(seat.wire(), person, reason, asked.caller().personId(), asked.now());
        return changed(asked, asked.docket().sitting().without(person), new NewEvent("member-recused", told));
    }

    /** The municipality's representative presents the violation. Codes: hearing-not-yet. */
    Verdict<Docket> report(Asked asked) {
        return ifHis(asked, holds(asked, Seat.MUNICIPAL), () -> notYet(asked).orElseGet(() -> {
            var told = new ViolationPresented(asked.caller().personId(), asked.now());
            Sitting sitting = asked.docket().sitting().reported(asked.today());
            return changed(asked, sitting, new NewEvent("violation-presented", told));
        }));
    }

    /** Codes: bench-incomplete, hearing-not-yet, no-fine-rule, multipliers-differ, guard-refused (once for safety). */
    Verdict<Docket> draft(Asked asked, SittingRequests.Draft draft) {
        return ifHis(asked, asked.bySecretary(), () -> {
            if (asked.docket().sitting().bench().size() < Seat.values().length) {
                return no(new Refusal("bench-incomplete"));
            }
            return notYet(asked)
                    .or(() -> milder(asked.docket(), draft.outcome()))
                    .orElseGet(() -> reckoned(asked, draft));
        });
    }

    /** Said before anybody votes in vain; the judge of the process says it again [S61]. */
    private Optional<Verdict<Docket>> milder(Docket docket, Outcome outcome) {
        ProcessTable table = judge.tableOf(docket);
        return Optional.ofNullable(
                        table.stageOf(docket.process().main()).actions().get(outcome.action(docket.inReview())))
                .stream()
                .flatMap(action -> action.provided().stream())
                .map(name -> table.catalogue().guard(name).orElseThrow())
                .filter(guard -> guard.onFileAlone() && !guard.holds().test(docket.process(), null, null))
                .findFirst()
                .map(guard -> no(Refusals.guard(guard.name(), guard.sentence())));
    }

    private Verdict<Docket> reckoned(Asked asked, SittingRequests.Draft draft) {
        if (draft.outcome() != Outcome.FINE) {
            return drafted(asked, draft, List.of());
        }
        return switch (fines.reckon(asked.docket().facts(), draft.multipliersPercent(), asked.today())) {
            case Fines.Unreckoned(Refusal why) -> no(why);
            case Fines.Reckoned(var lines) -> drafted(asked, draft, lines);
        };
    }

    private static Verdict<Docket> drafted(
            Asked asked, SittingRequests.Draft draft, List<CommissionEvidence.FineLine> lines) {
        var text = new Sitting.Draft(draft.outcome(), draft.ground(), draft.periodDays(), lines, draft.minutes());
        var told = new DecisionDrafted(
                draft.outcome().wire(),
                draft.ground() == null ? null : draft.ground().wire(),
                text.fineRials(),
                asked.caller().personId(),
                asked.now());
        return changed(asked, asked.docket().sitting().drafted(text), new NewEvent("decision-drafted", told));
    }

    /** A member may change his vote until the decision. Codes: seat-without-vote, nothing-to-vote-on, hearing-not-yet. */
    Verdict<Docket> vote(Asked asked, SittingRequests.Ballot ballot) {
        return ifHis(asked, DocketSight.sits(asked.caller(), asked.docket()), () -> {
            Seat seat =
                    asked.docket().sitting().seatOf(asked.caller().personId()).orElseThrow();
            if (!seat.votes()) {
                return no(new Refusal("seat-without-vote"));
            }
            if (asked.docket().sitting().draft() == null) {
                return no(new Refusal("nothing-to-vote-on"));
            }
            return notYet(asked).orElseGet(() -> voted(asked, seat, ballot.agrees()));
        });
    }

    private static Verdict<Docket> voted(Asked asked, Seat seat, boolean agrees) {
        String person = asked.caller().personId();
        Sitting sitting = asked.docket().sitting().voted(new Vote(seat, person, agrees));
        return changed(asked, sitting, new NewEvent("vote-cast", new VoteCast(seat.wire(), person, asked.now())));
    }

    private static boolean holds(Asked asked, Seat seat) {
        return asked.caller().hasRole(seat.role())
                && asked.docket().sitting().seatOf(asked.caller().personId()).equals(Optional.of(seat));
    }

    private static Optional<Verdict<Docket>> notYet(Asked asked) {
        LocalDate day = asked.docket().sitting().heldOn();
        return day != null && asked.today().isBefore(day)
                ? Optional.of(no(new Refusal("hearing-not-yet", Map.of("heldOn", day.toString()))))
                : Optional.empty();
    }

    private Verdict<Docket> ifHis(Asked asked, boolean his, Supplier<Verdict<Docket>> rules) {
        if (!DocketSight.sees(asked.caller(), asked.docket())) {
            return no(new Refusal("not-found"));
        }
        if (!his) {
            return no(new Refusal("forbidden"));
        }
        if (asked.stale().isPresent()) {
            return no(asked.stale().get());
        }
        return asked.docket().inHearing() ? rules.get() : no(Refusals.illegal(open(asked.docket())));
    }

    private List<String> open(Docket docket) {
        return docket.process().hasEnded()
                ? List.of()
                : List.copyOf(judge.tableOf(docket)
                        .stageOf(docket.process().main())
                        .actions()
                        .keySet());
    }

    private static Verdict<Docket> changed(Asked asked, Sitting sitting, NewEvent event) {
        long version = asked.page().version() + 1;
        return Verdict.changed(
                asked.docket().with(sitting).touched(version, asked.now()), List.of(event), 200, version);
    }

    private static Verdict<Docket> no(Refusal refusal) {
        return Verdict.refused(refusal);
    }
}
