package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.DefenceReceived;
import ir.parvaneh.district.commission.CommissionEvidence.Defence;
import ir.parvaneh.district.commission.Sittings.Asked;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.ProcessFile.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The owner explains himself in writing. The law gives ten days and does not say that what comes later is void [S39]: it is
 * laid before the bench and noted as late, moves no term, and after the decision it is refused [A].
 */
final class Defending {
    private static final String WINDOW = "defence";

    private final DocketActing acting;
    private final CommissionPolicy policy;

    Defending(DocketActing acting, CommissionPolicy policy) {
        this.acting = acting;
        this.policy = policy;
    }

    /** The body: what the owner hands in. */
    record Explanation(List<Paper> papers) {
        private static final int MOST = 20;

        Explanation {
            Required.of("papers", papers);
            papers = List.copyOf(papers);
            if (papers.isEmpty() || papers.size() > MOST) {
                throw new IllegalArgumentException("one to twenty papers");
            }
        }
    }

    /** Codes: not-found, forbidden, stale-version, decided-already, illegal-in-stage, too-many-statements. */
    Verdict<Docket> defend(Asked asked, Explanation given) {
        Docket docket = asked.docket();
        if (!DocketSight.sees(asked.caller(), docket)) {
            return Verdict.refused(new Refusal("not-found"));
        }
        if (!DocketSight.isOwner(asked.caller(), docket)) {
            return Verdict.refused(new Refusal("forbidden"));
        }
        if (asked.stale().isPresent()) {
            return Verdict.refused(asked.stale().get());
        }
        return taken(asked, given);
    }

    private Verdict<Docket> taken(Asked asked, Explanation given) {
        Docket docket = asked.docket();
        if (docket.isDecided() || docket.process().hasEnded()) {
            return Verdict.refused(new Refusal("decided-already"));
        }
        if (docket.stage().equals("referred")) {
            return Verdict.refused(Refusals.illegal(List.of()));
        }
        if (docket.statements().size() >= policy.statementsKept()) {
            return Verdict.refused(new Refusal("too-many-statements", Map.of("most", policy.statementsKept())));
        }
        boolean late = asked.now().isAfter(windowEnds(docket.process()));
        return docket.stage().equals(WINDOW) && !late ? inTime(asked, given) : noted(asked, given, late);
    }

    /** The first one in time ends the window: the owner has said what he has to say. */
    private Verdict<Docket> inTime(Asked asked, Explanation given) {
        Attempt attempt = Attempt.of(
                        "submit-defence",
                        asked.docket().process().main().opening(),
                        DocketSight.actor(asked.caller(), asked.docket()),
                        asked.now())
                .with(new Defence(given.papers()));
        return switch (acting.judged(asked, attempt)) {
            case Verdict.Changed<Docket>(var docket, var events, int status, Long etag) -> {
                List<NewEvent> all = new ArrayList<>(events);
                all.add(told(asked, given, false));
                yield Verdict.changed(docket.with(statement(asked, given, false)), all, status, etag);
            }
            case Verdict.Unchanged<Docket> nothing -> nothing;
            case Verdict.Refused<Docket> refused -> refused;
        };
    }

    private static Verdict<Docket> noted(Asked asked, Explanation given, boolean late) {
        long version = asked.page().version() + 1;
        Docket after = asked.docket().with(statement(asked, given, late)).touched(version, asked.now());
        return Verdict.changed(after, List.of(told(asked, given, late)), 200, version);
    }

    private static Docket.Statement statement(Asked asked, Explanation given, boolean late) {
        return new Docket.Statement(given.papers(), asked.now(), late);
    }

    private static NewEvent told(Asked asked, Explanation given, boolean late) {
        List<String> digests = given.papers().stream().map(Paper::digest).toList();
        return new NewEvent("defence-received", new DefenceReceived(late, digests, asked.now()));
    }

    /** The last instant of the ten days. */
    private static Instant windowEnds(ProcessFile file) {
        Stream<Instant> open = file.open().stream()
                .filter(stage -> stage.stage().equals(WINDOW))
                .map(OpenStage::dueAt);
        Stream<Instant> closed = file.ledger().stream()
                .filter(segment -> segment.stage().equals(WINDOW))
                .map(Segment::due);
        return Stream.concat(open, closed).findFirst().orElseThrow();
    }
}
