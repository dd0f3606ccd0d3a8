package ir.parvaneh.chassis.desk;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.DecisionRefused;
import ir.parvaneh.contracts.EvidenceSchema;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A desk, its people and the words to speak of both in tests. */
final class DeskWorld {
    static final Instant NOW = Instant.parse("2026-04-11T08:00:00Z");
    static final Instant LATER = NOW.plusSeconds(60);
    static final EvidenceSchema PROOF = new EvidenceSchema("ownership-proof", "d1");
    static final Signatory CLERK = person("p-clerk", "office-clerk");
    static final Signatory OTHER_CLERK = person("p-clerk-2", "office-clerk");
    static final Signatory OFFICE_HEAD = new Signatory("p-office-head", Set.of("office-head"), null, true);
    static final Signatory EXPERT = person("p-expert", "district-expert");
    static final Signatory HEAD = person("p-head", "district-head");
    static final Signatory DEPUTY = person("p-deputy", "district-deputy");

    private DeskWorld() {}

    static final DeskRules RULES = new DeskRules() {
        @Override
        public List<Fault> faults(EvidenceSchema schema, Object evidence) {
            return evidence instanceof Map<?, ?> map && map.containsKey("kind")
                    ? List.of()
                    : List.of(new Fault("/evidence/kind", "missing-field"));
        }

        @Override
        public boolean isPersonal(String text) {
            return text.startsWith("09");
        }
    };

    static Signatory person(String id, String role) {
        return new Signatory(id, Set.of(role), null, false);
    }

    static OpenAction confirm() {
        return new OpenAction("confirm", null, List.of("office-clerk"), "office", null, false, List.of());
    }

    static StageEntered check() {
        var deficiency =
                new OpenAction("report-deficiency", null, List.of("office-clerk"), null, null, true, List.of());
        return stage(7, List.of(confirm(), deficiency));
    }

    static StageEntered order() {
        var issue = new OpenAction(
                "issue",
                null,
                List.of("district-expert", "district-head", "district-deputy"),
                null,
                null,
                false,
                List.of());
        var back = new OpenAction("return", null, List.of("district-head"), null, null, true, List.of());
        return stage(7, List.of(issue, back));
    }

    static StageEntered stage(long opening, List<OpenAction> actions) {
        return new StageEntered(
                opening,
                null,
                "check",
                new Titles("فا", "en"),
                "office",
                null,
                NOW,
                LATER,
                "1 working day",
                actions,
                Map.of());
    }

    static Desk desk(StageEntered stage) {
        return Desk.EMPTY.opened(stage, NOW, 3);
    }

    static StageLeft left(String action, Instant decidedAt) {
        return left(7, action, decidedAt);
    }

    static StageLeft leftBy(String preparedBy, String action, Instant decidedAt) {
        return new StageLeft(
                7, null, "check", "office", action, preparedBy, List.of(preparedBy), null, List.of(), decidedAt);
    }

    static StageLeft left(long opening, String action, Instant decidedAt) {
        return new StageLeft(opening, null, "check", "office", action, null, List.of(), null, List.of(), decidedAt);
    }

    static DecisionRefused no(String action, Instant decidedAt) {
        return new DecisionRefused(7, action, "guard-refused", new Titles("نه", "no"), decidedAt, LATER);
    }

    static DeskMove attempt(Desk desk, String action, Signatory who) {
        return desk.decided(7, new Attempt(action, null, List.of()), who, RULES, NOW, 4);
    }

    static DeskMove.Moved decide(Desk desk, String action, Signatory who) {
        return moved(attempt(desk, action, who));
    }

    static DeskMove.Moved moved(DeskMove move) {
        assertThat(move).isInstanceOf(DeskMove.Moved.class);
        return (DeskMove.Moved) move;
    }

    static Refusal refusal(DeskMove move) {
        assertThat(move).isInstanceOf(DeskMove.Refused.class);
        return ((DeskMove.Refused) move).refusal();
    }

    static String code(DeskMove move) {
        return refusal(move).code();
    }
}
