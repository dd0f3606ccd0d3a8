package ir.parvaneh.application.process;

import ir.parvaneh.application.completion.CompletionEvidence.AsBuilt;
import ir.parvaneh.application.completion.CompletionEvidence.CertificateDraft;
import ir.parvaneh.application.permit.ConstructionEvidence.StartAnnouncement;
import ir.parvaneh.application.permit.FileMeasures;
import ir.parvaneh.application.permit.KnownSlips;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.application.permit.PermitEvidence.PermitDraft;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.application.permit.PermitEvidence.StatusFindings;
import ir.parvaneh.application.transfer.TransferEvidence.CertifiedReply;
import ir.parvaneh.application.transfer.TransferProcess;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Actor;
import ir.parvaneh.process.Attempt;
import ir.parvaneh.process.Decision;
import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random people at a file: mostly willing, sometimes wrong, now and then late. The seed decides everything. */
final class Walk {

    final Story story;
    private final Random random;

    Walk(String process, int seed) {
        this.story = Story.of(process);
        this.random = new Random(seed);
    }

    ProcessFile walk(int steps) {
        for (int step = 0; step < steps && !story.file.hasEnded(); step++) {
            step();
        }
        return story.file;
    }

    /** One attempt; true when it was accepted. */
    boolean step() {
        story.now = story.now.plus(Duration.ofMinutes(random.nextInt(600)));
        if (story.file.numberOf("fee-assessment") > 0 && random.nextInt(3) == 0) {
            story.pays(random.nextInt(3) > 0);
        }
        OpenStage open = oneOf(worth(story.file.open()));
        Attempt attempt = random.nextInt(30) == 0 ? late(open) : willing(open, action(open));
        Decision decision = story.tries(attempt);
        if (decision instanceof Accepted accepted) {
            story.take(accepted);
            return true;
        }
        return false;
    }

    /** Mostly the file knows what the action asks of its papers. */
    private Attempt willing(OpenStage open, Action action) {
        if (random.nextInt(6) > 0) {
            story.learnsFor(action.name());
        }
        return attempt(open, action);
    }

    /** In a waiting stage there is nothing to do but to withdraw, which is rare. */
    private List<OpenStage> worth(List<OpenStage> open) {
        boolean waits = open.size() > 1 && random.nextInt(60) > 0;
        return waits ? open.subList(1, open.size()) : open;
    }

    private Attempt late(OpenStage open) {
        if (random.nextInt(8) == 0) {
            story.after(random.nextInt(90));
        }
        return Attempt.late(open.opening(), story.now);
    }

    /** Going back is not as frequent as going on, and withdrawal is rare, or no walk would see the end. */
    private Action action(OpenStage open) {
        List<Action> actions = story.table.actionsOf(open);
        Action action = oneOf(actions);
        boolean withdrawal = action.name().equals("withdraw")
                && random.nextInt(2 * story.table.mainLine().size()) > 0;
        boolean back = (action.reasonsRequired() || action.name().endsWith("-violation")) && random.nextInt(5) > 0;
        boolean amendment = action.name().equals("request-amendment") && random.nextInt(30) > 0;
        return withdrawal || back || amendment || random.nextInt(3) == 0 ? next(actions) : action;
    }

    /** The first action that was not taken yet, so that reports go on. */
    private Action next(List<Action> actions) {
        return actions.stream()
                .filter(one -> one.name().startsWith("report-") && story.file.numberOfAction(one.name()) == 0)
                .findFirst()
                .orElse(actions.getFirst());
    }

    private Attempt attempt(OpenStage open, Action action) {
        List<Signature> signatures = new ArrayList<>(action.signedBy().stream()
                .map(role -> new Signature(person(role), role))
                .toList());
        if (random.nextInt(20) == 0) {
            Collections.shuffle(signatures, random);
        }
        String role =
                random.nextInt(20) == 0 ? "citizen" : signatures.getFirst().role();
        Actor preparer = new Actor(signatures.getFirst().personId(), Set.of(role));
        long opening = random.nextInt(20) == 0 ? open.opening() - 1 : open.opening();
        return new Attempt(
                action.name(),
                opening,
                preparer,
                action.byOne() && (action.when() != null || random.nextBoolean()) ? List.of() : signatures,
                evidence(action),
                action.reasonsRequired() && random.nextInt(10) > 0 ? List.of(Story.REASON) : List.of(),
                story.now.minusSeconds(random.nextInt(90)));
    }

    /** Nine people hold all the roles among them, so that hands meet; what the file assigns is mostly respected. */
    private String person(String role) {
        if (role.equals(Actor.ANOTHER_APPLICATION)) {
            return role;
        }
        String assigned = story.file.assigned().get(role);
        return assigned != null && random.nextInt(10) > 0 ? assigned : "person-" + random.nextInt(9);
    }

    private Evidence evidence(Action action) {
        if (action.evidence() == null || random.nextInt(25) == 0) {
            return null;
        }
        return switch (action.evidence()) {
            case "status-findings" -> findings();
            case "plans" ->
                new Plans(List.of(), 500 + random.nextInt(2500), story.file.roundsOf("plans-submitted") + 1);
            case "fee-assessment" -> assessment(fees(1 + random.nextInt(3)));
            case "payment" -> payment();
            case "permit-draft" -> permitDraft((PermitDraft) Story.example("permit-draft", 0));
            case "start-announcement" -> start((StartAnnouncement) Story.example("start-announcement", 0));
            case "certificate-draft" -> draft();
            case "certified-reply" -> reply();
            default -> Story.example(action.evidence(), random.nextInt(5));
        };
    }

    private static FeeAssessment fees(long total) {
        return new FeeAssessment("1404", List.of(new FeeAssessment.Item("building-area", total)), total);
    }

    private FeeAssessment assessment(FeeAssessment stated) {
        return random.nextInt(4) == 0 ? stated : KnownSlips.assessment(story.file, story.now, stated);
    }

    private PermitDraft permitDraft(PermitDraft example) {
        double planned = FileMeasures.of(story.file).orElseThrow().grossAreaM2();
        return new PermitDraft(
                example.storeys(),
                example.units(),
                random.nextInt(10) == 0 ? planned + 1 : planned,
                example.usage(),
                example.validityMonths(),
                example.form());
    }

    private StartAnnouncement start(StartAnnouncement example) {
        String civil = story.file.assigned().getOrDefault("supervisor-civil", example.coordinatorId());
        return new StartAnnouncement(random.nextInt(5) == 0 ? "person-1" : civil, example.plannedOn());
    }

    private CertificateDraft draft() {
        AsBuilt built = story.file.latest("as-built", AsBuilt.class).orElseThrow();
        double area = built.floors().stream().mapToDouble(AsBuilt.Floor::areaM2).sum();
        int spaces = random.nextInt(5) == 0 ? 99 : built.parkingSpaces();
        return new CertificateDraft(built.storeys(), built.units().size(), area, spaces, built.usage(), null);
    }

    private CertifiedReply reply() {
        CertifiedReply stated = (CertifiedReply) Story.example("certified-reply", random.nextInt(5));
        return random.nextInt(5) == 0
                ? stated
                : TransferProcess.replyDue(story.file, Tehran.dateOf(story.now)).orElse(stated);
    }

    private Payment payment() {
        long due = story.file
                .latest("fee-assessment", FeeAssessment.class)
                .orElseThrow()
                .totalRials();
        Payment stated = new Payment("slip-1", random.nextInt(4) == 0 ? 1 : due, "reference-1");
        return random.nextInt(5) == 0 ? stated : KnownSlips.payment(story.file, stated);
    }

    private StatusFindings findings() {
        boolean clear = random.nextInt(5) > 0;
        return new StatusFindings(
                clear, !clear, false, true, random.nextBoolean(), random.nextInt(4) == 0, random.nextInt(4) == 0);
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
