package ir.parvaneh.application.process;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.application.permit.CertificatesHeld;
import ir.parvaneh.application.permit.KnownPapers;
import ir.parvaneh.application.permit.KnownSlips;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.permit.PermitMoney;
import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.application.process.EvidenceSchemas.Read;
import ir.parvaneh.application.transfer.TransferEvidence.CertifiedReply;
import ir.parvaneh.application.transfer.TransferProcess;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Calendar;
import ir.parvaneh.process.Decision;
import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Decision.Refused;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Exhibit;
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

/** A file of any process, told action by action; evidence is the first example of its schema unless a step says more. */
public final class Story {

    public static final Processes PROCESSES = HostedProcesses.load();
    public static final Calendar CALENDAR = (from, term) -> from.plus(Duration.ofDays(term.asWorkingDays()));
    public static final Reason REASON = new Reason("unclear", "the sketch does not match the plot");
    public static final Set<String> SECOND_LOOKS = Set.of("confirm-settlement", "refuse-settlement", "uphold-fees");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final ProcessTable table;
    public final List<ProcessEvent> events = new ArrayList<>();
    public ProcessFile file;
    public Instant now = Instant.parse("2026-05-02T05:30:00Z");

    private Story(String process, Exhibit given) {
        table = PROCESSES.current(process);
        take(Judge.start(table, given, now, CALENDAR, 0));
    }

    /** A file of that process; one that is about a permit begins with the examples of its facts and its money. */
    public static Story of(String process) {
        boolean permit = process.equals(PermitProcess.NAME);
        return permit
                ? new Story(process, null)
                : of(process, (PermitFacts) example(PermitFacts.KIND, 0))
                        .learns(example(PermitMoney.KIND, 0))
                        .learns(example(CertificatesHeld.KIND, 0));
    }

    /** The same about a permit that said something else of itself. */
    public static Story of(String process, PermitFacts facts) {
        return new Story(process, PROCESSES.exhibit(PermitFacts.KIND, facts));
    }

    /** The file learns something from beside its process. */
    public Story learns(Evidence fact) {
        String kind = PROCESSES.exhibit(fact).schema();
        take((Accepted) Judge.learn(table, file, kind, fact, now));
        return this;
    }

    /** Takes actions in order, each by somebody who may; they must all be accepted. */
    public Story does(String... actions) {
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
    public void learnsFor(String name) {
        file.open().stream()
                .flatMap(open -> table.actionsOf(open).stream())
                .filter(action -> action.name().equals(name))
                .findFirst()
                .flatMap(action -> KnownPapers.learned(table, file, action, now))
                .ifPresent(this::take);
    }

    /** The file learns how the slip of its latest assessment stands. */
    public Story pays(boolean settled) {
        take(KnownSlips.learned(table, file, settled, now));
        return this;
    }

    public Story accepts(Attempt attempt) {
        Decision decision = tries(attempt);
        assertThat(decision).as(attempt.action() + " in " + file.open()).isInstanceOf(Accepted.class);
        take((Accepted) decision);
        return this;
    }

    public Refused refuses(Attempt attempt) {
        Decision decision = tries(attempt);
        assertThat(decision).as(attempt.action()).isInstanceOf(Refused.class);
        return (Refused) decision;
    }

    public Decision tries(Attempt attempt) {
        return Judge.decide(table, file, attempt, now, CALENDAR, file.number());
    }

    void take(Accepted accepted) {
        file = accepted.applyTo(file, events.size());
        events.addAll(accepted.events());
        now = now.plus(Duration.ofHours(1));
    }

    public Story after(int days) {
        now = now.plus(Duration.ofDays(days));
        return this;
    }

    /** What the clock says about a stage whose term is over. */
    public Story late(String stage) {
        OpenStage open = file.open().stream()
                .filter(one -> one.stage().equals(stage))
                .findFirst()
                .orElseThrow();
        return accepts(Attempt.late(open.opening(), now));
    }

    /** An attempt of somebody who may, with the first example as evidence. */
    public Attempt attempt(String name) {
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
        String first = action.signedBy().getFirst();
        Attempt attempt = Attempt.of(
                        action.name(), open.opening(), new Actor(person(first, action.name()), Set.of(first)), now)
                .with(action.evidence() == null ? null : evidence(action.evidence()));
        Attempt signed = action.byOne() ? attempt : attempt.signed(signatures);
        return action.reasonsRequired() ? signed.because(REASON) : signed;
    }

    private Evidence evidence(String kind) {
        return switch (example(kind, 0)) {
            case FeeAssessment stated -> KnownSlips.assessment(file, now, stated);
            case Payment stated -> KnownSlips.payment(file, stated);
            case CertifiedReply stated ->
                TransferProcess.replyDue(file, Tehran.dateOf(now)).orElse(stated);
            case Evidence other -> other;
        };
    }

    /** The first of two income experts assesses, and the second looks at what he did. */
    private String person(String role, String action) {
        if (role.equals("district-income-expert") && SECOND_LOOKS.contains(action)) {
            return "second-income-expert";
        }
        return file.assigned().getOrDefault(role, "the-" + role);
    }

    /** An example of a kind of evidence; examples go round. */
    public static Evidence example(String kind, int example) {
        String schema = PROCESSES.catalogue().kind(kind).orElseThrow().schema();
        JsonNode examples = JSON.readTree(schema).path("examples");
        return ((Read) PROCESSES.schemas().read(kind, examples.get(example % examples.size()))).evidence();
    }

    public String stage() {
        return file.main().stage();
    }

    public String outcome() {
        return file.ended().outcome();
    }
}
