package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.Attempt;
import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.chassis.desk.DeskMove;
import ir.parvaneh.chassis.desk.DeskRules;
import ir.parvaneh.chassis.desk.Signatory;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.DocketClosed;
import ir.parvaneh.contracts.EvidenceSchema;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A docket of article 100 that is closed answers the file that waits for it: the commission's task is decided with the
 * ruling, in the name of the judge who presided. Whether the ruling fits the file is judged by the file.
 */
final class AnswersTheReferral {
    private static final String STAGE = "article-100";
    private static final String MEMBER = "commission-member";
    private static final String CLOSE = "close-docket";
    private static final String REINSPECT = "close-docket-for-reinspection";
    private static final DeskRules MADE_HERE = new DeskRules() {
        @Override
        public List<Fault> faults(EvidenceSchema schema, Object evidence) {
            return List.of();
        }

        @Override
        public boolean isPersonal(String text) {
            return false;
        }
    };

    private AnswersTheReferral() {}

    static Verdict<DistrictPage> on(Page<DistrictPage> page, Incoming event, Instant now) {
        DocketClosed closed = event.as(DocketClosed.class);
        Desk desk = page.body().desk();
        return desk.tasks().stream()
                .filter(task -> task.isWaiting() && task.stage().equals(STAGE) && closed.ruling() != null)
                .findFirst()
                .flatMap(task -> action(task, closed).map(action -> answer(page, task, action, event, now)))
                .orElse(Verdict.unchanged());
    }

    /** Where the works were changed, they are looked at again, if the file has such a way. */
    private static Optional<String> action(Task task, DocketClosed closed) {
        String ruling = closed.ruling().outcome();
        boolean changed = ruling.equals("demolition") || ruling.equals("restore-use");
        return (changed ? Stream.of(REINSPECT, CLOSE) : Stream.of(CLOSE))
                .filter(name -> task.action(name).isPresent())
                .findFirst();
    }

    private static Verdict<DistrictPage> answer(
            Page<DistrictPage> page, Task task, String action, Incoming event, Instant now) {
        DocketClosed closed = event.as(DocketClosed.class);
        var judge = new Signatory(closed.ruling().judgeId(), Set.of(MEMBER), null, true);
        var attempt = new Attempt(action, ruling(event.aggregate(), closed), List.of());
        long version = page.version() + 1;
        return switch (page.body().desk().decided(task.opening(), attempt, judge, MADE_HERE, now, version)) {
            case DeskMove.Moved(var desk, var decided, var events) ->
                Verdict.changed(page.body().with(desk), events);
            case DeskMove.Refused refused -> Verdict.unchanged();
        };
    }

    /** Evidence {@code commission-ruling}, as the file's processes ask for it. */
    private static Map<String, Object> ruling(String docketId, DocketClosed closed) {
        DocketClosed.Ruling ruling = closed.ruling();
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("docketNumber", "100-" + docketId.substring(docketId.lastIndexOf('.') + 1));
        evidence.put("outcome", ruling.outcome());
        evidence.put("decidedOn", ruling.decidedOn().toString());
        evidence.put(
                "minutes", Map.of("kind", "minutes", "digest", ruling.minutesDigest(), "pages", ruling.minutesPages()));
        if (!ruling.outcome().equals("no-violation")) {
            evidence.put("executedOn", closed.closedOn().toString());
        }
        if (ruling.outcome().equals("fine")) {
            evidence.put("fineRials", ruling.fineRials());
        }
        return evidence;
    }
}
