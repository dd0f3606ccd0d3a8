package ir.parvaneh.district.page;

import ir.parvaneh.chassis.desk.Attempt;
import ir.parvaneh.chassis.desk.Desk;
import ir.parvaneh.chassis.desk.DeskMove;
import ir.parvaneh.chassis.desk.DeskRules;
import ir.parvaneh.chassis.desk.Signatory;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.DocketClosed;
import ir.parvaneh.contracts.DocketOpened;
import ir.parvaneh.contracts.EvidenceSchema;
import ir.parvaneh.district.page.DistrictPage.Answer;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final String MEMBER = "commission-member";
    private static final String CLOSE = "close-docket";
    private static final String TAKE_BACK = "take-back-referral";
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

    /** A docket was closed: its ruling is kept until the stage that waits for it has it. */
    static Verdict<DistrictPage> on(Page<DistrictPage> page, Incoming event, Instant now) {
        DistrictPage before = page.body();
        KnownDocket known = before.docket();
        if (known == null || !known.id().equals(event.aggregate())) {
            return given(page, before.answered(answer(event, null)), now);
        }
        DistrictPage closed = before.with(known.closed());
        return known.concerns(before.violation())
                ? given(page, closed.answered(answer(event, known.opening())), now)
                : Verdict.changed(closed);
    }

    private static Answer answer(Incoming event, Long opening) {
        return new Answer(event.aggregate(), opening, event.as(DocketClosed.class));
    }

    /** A docket was opened: none is due any more. */
    static DistrictPage opened(DistrictPage page, Incoming event) {
        DocketOpened told = event.as(DocketOpened.class);
        return page.with(new KnownDocket(event.aggregate(), told.opening(), told.formDigest(), true));
    }

    /** The page as it has become, and the commission's answer where a stage waits for one and one is there. */
    static Verdict<DistrictPage> given(Page<DistrictPage> page, DistrictPage after, Instant now) {
        return after.waitsForCommission()
                .filter(task -> after.answer() != null && after.answer().fits(task))
                .flatMap(task -> action(task, after.answer().closed())
                        .map(action -> answer(after, task, action, now, page.version() + 1)))
                .orElseGet(() -> Verdict.changed(after));
    }

    /** Nobody but a docket decides on that stage, whatever his role. */
    static Optional<Refusal> hindrance(Page<DistrictPage> page, long opening) {
        return page.body()
                .desk()
                .find(opening)
                .filter(task -> task.stage().equals(DistrictPage.ARTICLE_100))
                .map(task -> new Refusal("decided-by-docket"));
    }

    /** Where the works were changed, they are looked at again, if the file has such a way. */
    private static Optional<String> action(Task task, DocketClosed closed) {
        if (closed.ruling() == null) {
            return Optional.of(TAKE_BACK).filter(name -> task.action(name).isPresent());
        }
        String ruling = closed.ruling().outcome();
        boolean changed = ruling.equals("demolition") || ruling.equals("restore-use");
        return (changed ? Stream.of(REINSPECT, CLOSE) : Stream.of(CLOSE))
                .filter(name -> task.action(name).isPresent())
                .findFirst();
    }

    /** Somebody may have claimed the task to look at it: the commission's word does not wait for him. */
    private static Verdict<DistrictPage> answer(
            DistrictPage page, Task task, String action, Instant now, long version) {
        Answer given = page.answer();
        var judge = new Signatory(judge(given), Set.of(MEMBER), null, true);
        var attempt = new Attempt(action, evidence(given), List.of());
        List<NewEvent> told = new ArrayList<>();
        Desk desk = unclaimed(page.desk(), task, judge, now, version, told);
        return switch (desk.decided(task.opening(), attempt, judge, MADE_HERE, now, version)) {
            case DeskMove.Moved(var after, var decided, var events) -> {
                told.addAll(events);
                yield Verdict.changed(page.with(after).answered(null), told);
            }
            case DeskMove.Refused refused -> Verdict.changed(page);
        };
    }

    /** A referral that was withdrawn had no judge: its docket signs. */
    private static String judge(Answer given) {
        var ruling = given.closed().ruling();
        return ruling == null ? "docket-" + given.docketId() : ruling.judgeId();
    }

    private static Object evidence(Answer given) {
        return given.closed().ruling() == null ? null : ruling(given.docketId(), given.closed());
    }

    private static Desk unclaimed(
            Desk desk, Task task, Signatory judge, Instant now, long version, List<NewEvent> told) {
        return switch (desk.released(task.opening(), judge, now, version)) {
            case DeskMove.Moved(var after, var released, var events) -> {
                told.addAll(events);
                yield after;
            }
            case DeskMove.Refused unclaimed -> desk;
        };
    }

    /** Evidence {@code commission-ruling}, as the file's processes ask for it. */
    private static Map<String, Object> ruling(String docketId, DocketClosed closed) {
        DocketClosed.Ruling ruling = closed.ruling();
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("docketNumber", DocketNumber.of(docketId));
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
