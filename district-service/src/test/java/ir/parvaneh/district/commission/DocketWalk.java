package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.process.Action;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random people at a docket: mostly willing, sometimes wrong, now and then late. The seed decides everything. */
final class DocketWalk {
    private static final List<ir.parvaneh.process.Reason> REASONS =
            List.of(new ir.parvaneh.process.Reason("found", "the wall still stands"));

    final DocketStory story = DocketStory.referred(DocketStory.area(60, "2024-01-10"));
    private final Random random;

    DocketWalk(int seed) {
        this.random = new Random(seed);
    }

    boolean ended() {
        return story.docket().process().hasEnded();
    }

    /** One attempt; true when it was accepted. */
    boolean step() {
        story.now = story.now.plus(Duration.ofMinutes(random.nextInt(600)));
        if (random.nextInt(story.stage().equals("execution-period") ? 3 : 40) == 0) {
            story.after(random.nextInt(80));
        }
        if (random.nextInt(10) == 0 && story.clock()) {
            return true;
        }
        if (List.of("fine-due", "payment-check").contains(story.stage()) && random.nextInt(3) == 0) {
            story.learns(story.fine(), random.nextInt(3) == 0 ? story.fine() / 2 : story.fine());
            return true;
        }
        Verdict<Docket> verdict = story.docket().inHearing() && random.nextInt(4) > 0 ? sitting() : act();
        if (verdict instanceof Verdict.Changed<Docket>) {
            story.accepts(verdict);
            return true;
        }
        return false;
    }

    private Verdict<Docket> sitting() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> schedule();
            case 2 -> story.reports(panel());
            case 3, 4 -> draft();
            case 5 -> random.nextInt(6) > 0 ? story.defends() : recuse();
            default -> story.votes(DocketStory.member(panel(), oneOf(Seat.values())), random.nextInt(5) > 0);
        };
    }

    /** Benches are not set anew while one works, or no walk would see a decision. */
    private Verdict<Docket> schedule() {
        boolean set = story.docket().sitting().bench().size() == Seat.values().length;
        int panel = random.nextInt(5) > 0 ? (story.docket().inReview() ? 2 : 1) : panel();
        if (set && random.nextInt(10) > 0) {
            return story.reports(panel);
        }
        String council =
                random.nextInt(4) == 0 ? oneOf("judge-1", "council-2", "owner", "council-3") : "council-" + panel;
        LocalDate day = story.today().plusDays(random.nextInt(4) - 1L);
        return story.schedules(day, "judge-" + panel, council, "interior-" + panel, "municipal-" + panel);
    }

    private Verdict<Docket> draft() {
        if (story.docket().sitting().draft() != null && random.nextInt(8) > 0) {
            return story.votes(DocketStory.member(panel(), oneOf(Seat.values())), true);
        }
        Outcome outcome = oneOf(Outcome.values());
        Ground ground = random.nextInt(4) == 0 ? null : oneOf(Ground.values());
        return story.drafts(
                outcome, ground, 1 + random.nextInt(65), outcome == Outcome.FINE ? 45 + random.nextInt(260) : 0);
    }

    private Verdict<Docket> recuse() {
        var reason = new Reason("kinship", "a relative has a share in the plot");
        return DocketStory.COMMISSION
                .sittings()
                .recuse(story.by(somebody()), new SittingRequests.Recusal(null, reason));
    }

    private Verdict<Docket> act() {
        List<Action> open = new ArrayList<>(
                DocketStory.ARTICLE.current().actionsOf(story.docket().process().main()));
        Action action = oneOf(open.toArray(Action[]::new));
        if (action.name().equals("withdraw-referral") && random.nextInt(30) > 0) {
            action = open.getFirst();
        }
        var body = new DocketAction(
                action.name(),
                action.byOne() && action.evidence() != null
                        ? Shape.json().valueToTree(evidence(action.evidence()))
                        : null,
                random.nextInt(10) > 0 ? REASONS : List.of());
        return DocketStory.COMMISSION.acting().act(story.by(caller(action)), body);
    }

    private Caller caller(Action action) {
        if (random.nextInt(12) == 0) {
            return somebody();
        }
        return switch (action.signedBy().getFirst()) {
            case "citizen" -> DocketStory.OWNER;
            case "district-expert" -> DocketStory.EXPERT;
            case "district-income-expert" -> DocketStory.INCOME;
            case "commission-judge" -> DocketStory.member(panel(), Seat.JUDGE);
            default -> DocketStory.SECRETARY;
        };
    }

    private Caller somebody() {
        return oneOf(
                DocketStory.OWNER,
                DocketStory.EXPERT,
                DocketStory.INCOME,
                DocketStory.SECRETARY,
                DocketStory.member(panel(), oneOf(Seat.values())));
    }

    /** The example of the schema, with days of now. */
    private Map<String, Object> evidence(String kind) {
        String schema = DocketStory.ARTICLE
                .current()
                .catalogue()
                .kind(kind)
                .orElseThrow()
                .schema();
        ArrayNode examples = (ArrayNode) Shape.json().readTree(schema).path("examples");
        ObjectNode example = (ObjectNode) examples.get(0);
        Map<String, Object> given = new HashMap<>();
        example.properties().forEach(field -> given.put(field.getKey(), field.getValue()));
        given.keySet().stream()
                .filter(name -> name.endsWith("On"))
                .toList()
                .forEach(name -> given.put(
                        name, story.today().minusDays(random.nextInt(3)).toString()));
        return given;
    }

    private int panel() {
        return 1 + random.nextInt(2);
    }

    @SafeVarargs
    private <T> T oneOf(T... things) {
        return things[random.nextInt(things.length)];
    }
}
