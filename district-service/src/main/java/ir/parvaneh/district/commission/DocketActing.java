package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.district.commission.CommissionEvidence.Dated;
import ir.parvaneh.district.commission.CommissionEvidence.FinePayment;
import ir.parvaneh.district.commission.CommissionEvidence.Received;
import ir.parvaneh.district.commission.CommissionEvidence.Service;
import ir.parvaneh.district.commission.Sittings.Asked;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile.OpenStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The actions of the process. The order of the checks: is it his to see, has it changed, is the action open, does the
 * body keep the rules, and last what the judge says. Pure.
 */
final class DocketActing {
    private final DocketJudge judge;
    private final Article100 article;
    private final Pronouncing pronouncing;

    DocketActing(DocketJudge judge, Article100 article) {
        this.judge = judge;
        this.article = article;
        this.pronouncing = new Pronouncing(article.policy());
    }

    /** What an action shows: evidence to be judged, or why it cannot be. */
    private sealed interface Shown {}

    private record Fit(Attempt attempt) implements Shown {}

    private record Unfit(Refusal why) implements Shown {}

    Verdict<Docket> act(Asked asked, DocketAction request) {
        Docket docket = asked.docket();
        if (!DocketSight.sees(asked.caller(), docket)) {
            return Verdict.refused(new Refusal("not-found"));
        }
        if (asked.stale().isPresent()) {
            return Verdict.refused(asked.stale().get());
        }
        if (docket.process().hasEnded()) {
            return Verdict.refused(new Refusal("file-ended", Map.of("allowed", List.of())));
        }
        return choose(asked, request);
    }

    private Verdict<Docket> choose(Asked asked, DocketAction request) {
        Docket docket = asked.docket();
        List<Action> open = judge.tableOf(docket).actionsOf(docket.process().main());
        return open.stream()
                .filter(action -> action.name().equals(request.action()) && !action.byClock())
                .findFirst()
                .map(action -> judged(asked, show(asked, action, request)))
                .orElseGet(() -> Verdict.refused(Refusals.illegal(open.stream()
                        .filter(action -> !action.byClock())
                        .map(Action::name)
                        .toList())));
    }

    private Shown show(Asked asked, Action action, DocketAction request) {
        List<Fault> told = personalData(request);
        if (!told.isEmpty()) {
            return new Unfit(new Refusal("personal-data-in-text", Map.of(), told));
        }
        if (!action.byOne()) {
            return request.showsEvidence()
                    ? new Unfit(wrongEvidence(List.of(new Fault("/evidence", "evidence-not-asked"))))
                    : pronounced(asked, action);
        }
        Attempt attempt = Attempt.of(
                        action.name(),
                        open(asked).opening(),
                        DocketSight.actor(asked.caller(), asked.docket()),
                        asked.now())
                .because(request.reasons());
        return request.showsEvidence() ? read(asked, action, request, attempt) : new Fit(attempt);
    }

    /** A decision is put together from bench, draft and votes; only the presiding judge pronounces it. */
    private Shown pronounced(Asked asked, Action action) {
        return pronouncing
                .refusal(asked)
                .<Shown>map(Unfit::new)
                .orElseGet(() -> new Fit(
                        pronouncing.attempt(asked, action.name(), open(asked).opening())));
    }

    private Shown read(Asked asked, Action action, DocketAction request, Attempt attempt) {
        if (action.evidence() == null) {
            return new Unfit(wrongEvidence(List.of(new Fault("/evidence", "evidence-not-asked"))));
        }
        return switch (article.forms().read(action.evidence(), request.evidence())) {
            case EvidenceForms.Misfit(var faults) -> new Unfit(wrongEvidence(faults));
            case EvidenceForms.Read(Evidence evidence) ->
                fault(asked, evidence)
                        .<Shown>map(Unfit::new)
                        .orElseGet(() -> new Fit(counted(asked, attempt.with(stamped(evidence, asked.now())))));
        };
    }

    private static Evidence stamped(Evidence evidence, Instant now) {
        return evidence instanceof Received received ? received.receivedAt(now) : evidence;
    }

    /** What is served was there to be served, and a service is relied on only when it was recorded soon [A]. */
    private LocalDate servedFrom(Asked asked) {
        LocalDate there = Tehran.dateOf(open(asked).enteredAt());
        LocalDate soon = asked.today().minusDays(article.policy().serviceRecordedWithinDays());
        return there.isAfter(soon) ? there : soon;
    }

    /** Days lie between the referral and today, and nobody's number passes for that of a payment. */
    private Optional<Refusal> fault(Asked asked, Evidence evidence) {
        if (evidence instanceof FinePayment payment
                && !(People.isImpersonal(payment.slipId()) && People.isImpersonal(payment.reference()))) {
            return Optional.of(Refusals.at("personal-data-in-text", "/evidence"));
        }
        if (!(evidence instanceof Dated dated)) {
            return Optional.empty();
        }
        boolean tooFarBack = evidence instanceof Service
                ? dated.on().isBefore(servedFrom(asked))
                : dated.on().isBefore(asked.docket().facts().referredOn());
        return dated.on().isAfter(asked.today()) || tooFarBack
                ? Optional.of(Refusals.at("day-impossible", "/evidence"))
                : Optional.empty();
    }

    /** The window opened by a service counts from the day of service, not from its recording. */
    private static Attempt counted(Asked asked, Attempt attempt) {
        if (!(attempt.evidence() instanceof Service service)) {
            return attempt;
        }
        Instant served = Tehran.endOf(service.servedOn());
        return new Attempt(
                attempt.action(),
                attempt.opening(),
                attempt.preparedBy(),
                attempt.signedBy(),
                attempt.evidence(),
                attempt.reasons(),
                served.isBefore(asked.now()) ? served : asked.now());
    }

    private Verdict<Docket> judged(Asked asked, Shown shown) {
        return switch (shown) {
            case Unfit(Refusal why) -> Verdict.refused(why);
            case Fit(Attempt attempt) -> judged(asked, attempt);
        };
    }

    Verdict<Docket> judged(Asked asked, Attempt attempt) {
        return switch (judge.judge(asked.page(), attempt, asked.now())) {
            case DocketJudge.Refused(var why) -> Verdict.refused(Refusals.of(why));
            case DocketJudge.Moved(var docket, var events) -> Verdict.changed(docket, events, 200, docket.changed());
        };
    }

    private static OpenStage open(Asked asked) {
        return asked.docket().process().main();
    }

    private static Refusal wrongEvidence(List<Fault> faults) {
        return new Refusal("wrong-evidence", Map.of(), faults);
    }

    private static List<Fault> personalData(DocketAction request) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < request.reasons().size(); i++) {
            if (!People.isImpersonal(request.reasons().get(i).text())) {
                faults.add(new Fault("/reasons/" + i + "/text", "personal-data-in-text"));
            }
        }
        return faults;
    }
}
