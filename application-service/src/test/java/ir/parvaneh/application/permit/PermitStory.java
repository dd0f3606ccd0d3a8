package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.application.permit.ConstructionEvidence.StartAnnouncement;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.application.process.EvidenceSchemas.Read;
import ir.parvaneh.application.process.Processes;
import ir.parvaneh.application.process.Story;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Calendar;
import ir.parvaneh.process.Decision;
import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Decision.Refused;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Judge;
import ir.parvaneh.process.ProcessEvent;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.Reason;
import ir.parvaneh.process.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One permit, told action by action; evidence is the first example of its schema unless the step says otherwise. */
final class PermitStory {

    static final Calendar CALENDAR = (from, term) -> from.plus(Duration.ofDays(term.asWorkingDays()));
    static final Reason REASON = new Reason("unclear", "the sketch does not match the plot");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final Processes PROCESSES = HostedProcesses.load();

    final ProcessTable table = PROCESSES.current(PermitProcess.NAME);
    final List<ProcessEvent> events = new ArrayList<>();
    ProcessFile file;
    Instant now = Instant.parse("2025-05-03T05:30:00Z");

    PermitStory() {
        take(Judge.start(table, now, CALENDAR, 0));
    }

    /** Takes actions in order, each by somebody who may; they must all be accepted. */
    PermitStory does(String... actions) {
        for (String action : actions) {
            if (action.equals("settle-fees")) {
                pays(true);
            }
            learnsFor(action);
            accepts(attempt(action));
            if (action.equals("confirm-fees-unchanged")) {
                pays(true);
            }
        }
        return this;
    }

    /** The file learns what the open action of that name asks of its papers. */
    private void learnsFor(String name) {
        file.open().stream()
                .flatMap(open -> table.actionsOf(open).stream())
                .filter(action -> action.name().equals(name))
                .findFirst()
                .flatMap(action -> KnownPapers.learned(table, file, action, now))
                .ifPresent(this::take);
    }

    /** The file learns of the slip of its latest assessment. */
    PermitStory pays(boolean settled) {
        take(KnownSlips.learned(table, file, settled, now));
        return this;
    }

    PermitStory accepts(Attempt attempt) {
        Decision decision = tries(attempt);
        assertThat(decision).as(attempt.action() + " in " + file.open()).isInstanceOf(Accepted.class);
        take((Accepted) decision);
        return this;
    }

    Refused refuses(Attempt attempt) {
        Decision decision = tries(attempt);
        assertThat(decision).as(attempt.action()).isInstanceOf(Refused.class);
        return (Refused) decision;
    }

    /** Has the file learn the first example of a kind of fact. */
    PermitStory learns(String kind) {
        take((Accepted) Judge.learn(table, file, kind, evidence(kind, 0), now));
        return this;
    }

    Decision tries(Attempt attempt) {
        return Judge.decide(table, file, attempt, now, CALENDAR, file.number());
    }

    void take(Accepted accepted) {
        file = accepted.applyTo(file, events.size());
        events.addAll(accepted.events());
        now = now.plus(Duration.ofHours(1));
    }

    PermitStory after(int days) {
        now = now.plus(Duration.ofDays(days));
        return this;
    }

    /** What the clock says about a stage whose term is over. */
    PermitStory late(String stage) {
        OpenStage open = file.open().stream()
                .filter(one -> one.stage().equals(stage))
                .findFirst()
                .orElseThrow();
        return accepts(Attempt.late(open.opening(), now));
    }

    Attempt attempt(String name) {
        for (OpenStage open : file.open()) {
            for (Action action : table.actionsOf(open)) {
                if (action.name().equals(name)) {
                    return attempt(open, action);
                }
            }
        }
        throw new AssertionError(name + " is open nowhere in " + file.open());
    }

    private Attempt attempt(OpenStage open, Action action) {
        List<Signature> signatures = action.signedBy().stream()
                .map(role -> new Signature(person(role, action.name()), role))
                .toList();
        Attempt attempt = Attempt.of(
                        action.name(), open.opening(), actor(action.signedBy().getFirst(), action.name()), now)
                .with(action.evidence() == null ? null : evidence(action.evidence(), 0));
        Attempt signed = action.byOne() ? attempt : attempt.signed(signatures);
        return action.reasonsRequired() ? signed.because(REASON) : signed;
    }

    private Actor actor(String role, String action) {
        return new Actor(person(role, action), Set.of(role));
    }

    private String person(String role, String action) {
        if (role.equals("district-income-expert") && Story.SECOND_LOOKS.contains(action)) {
            return "second-income-expert";
        }
        return file.assigned().getOrDefault(role, "the-" + role);
    }

    Evidence evidence(String kind, int example) {
        String schema = table.catalogue().kind(kind).orElseThrow().schema();
        JsonNode examples = JSON.readTree(schema).path("examples");
        Evidence evidence = ((Read) PROCESSES.schemas().read(kind, examples.get(example % examples.size()))).evidence();
        return switch (evidence) {
            case Plans plans -> next(plans);
            case PermitDraft draft -> asPlanned(draft);
            case FeeAssessment stated -> KnownSlips.assessment(file, now, stated);
            case Payment stated -> KnownSlips.payment(file, stated);
            case StartAnnouncement start ->
                new StartAnnouncement(file.assigned().get("supervisor-civil"), start.plannedOn());
            default -> evidence;
        };
    }

    private PermitDraft asPlanned(PermitDraft draft) {
        return new PermitDraft(
                draft.storeys(),
                draft.units(),
                FileMeasures.of(file).orElseThrow().grossAreaM2(),
                draft.usage(),
                draft.validityMonths(),
                draft.form());
    }

    private Plans next(Plans plans) {
        int version = file.latest("plans", Plans.class).map(Plans::version).orElse(0) + 1;
        return new Plans(plans.papers(), plans.grossAreaM2(), version);
    }

    static Plans plansOf(double area, int version) {
        return new Plans(List.of(), area, version);
    }

    static FeeAssessment fees(long total) {
        return new FeeAssessment("1404", List.of(new FeeAssessment.Item("building-area", total)), total);
    }

    String stage() {
        return file.main().stage();
    }

    PermitStory toStatusControl() {
        return does(
                "submit",
                "take-up",
                "pass-scans",
                "confirm-ownership",
                "record-office-fee",
                "record-visit",
                "submit-inspection-report",
                "approve-inspection");
    }

    PermitStory toDesign() {
        return toStatusControl().does("confirm-status", "issue-plan-order");
    }

    PermitStory throughDesign() {
        return does(
                "refer-supervisors",
                "appoint-designer",
                "submit-plans",
                "take-plans",
                "pass-plans",
                "accept-supervision",
                "approve-plans");
    }

    PermitStory underConstruction() {
        return toApproval().does("approve-permit", "announce-start", "notify-start");
    }

    /** Every stage of construction reported up to and with this one. */
    PermitStory built(String last) {
        for (String stage : Construction.STAGES) {
            does("report-" + stage);
            if (stage.equals(last)) {
                return this;
            }
        }
        throw new AssertionError(last + " is no stage of construction");
    }

    /** Takes the word of another application. */
    PermitStory hears(String action, Evidence evidence) {
        OpenStage open = file.main();
        return accepts(Attempt.of(action, open.opening(), Actor.anotherApplication(), now)
                .with(evidence));
    }

    PermitStory toApproval() {
        return toDesign().throughDesign().does("assess-fees", "settle-fees", "confirm-settlement", "draft-permit");
    }
}
