package ir.parvaneh.process;

/** Every late rule has its action, and the clock takes no action that is no late rule. */
final class LateRules {

    private static final String RULE = "late-rule";

    private final ProcessTable table;
    private final Findings findings;

    LateRules(ProcessTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    void check() {
        for (Stage stage : table.allStages()) {
            if (stage.late() != null) {
                check(stage, stage.late());
            }
            stage.actions().values().stream()
                    .filter(action -> action.signedBy().contains(Actor.CLOCK))
                    .forEach(action -> checkClock(stage, action));
        }
        for (Action action : table.anywhere().values()) {
            if (action.signedBy().contains(Actor.CLOCK)) {
                findings.add(action.line(), RULE, "the clock acts on terms only, not anywhere");
            }
        }
    }

    private void check(Stage stage, LateRule rule) {
        switch (rule) {
            case LateRule.Escalate escalate -> {}
            case LateRule.Take take -> checkTaken(stage, take.action());
            case LateRule.Abandon abandon -> {
                if (!table.ends().containsKey(Move.ABANDONED)) {
                    findings.add(stage.line(), RULE, "there is no end '" + Move.ABANDONED + "' to abandon a file to");
                }
            }
        }
    }

    private void checkTaken(Stage stage, String name) {
        Action action = stage.actions().get(name);
        if (action == null) {
            findings.add(stage.line(), RULE, "the stage '" + stage.name() + "' has no action '" + name + "' to take");
        } else if (!action.byClock()) {
            findings.add(
                    action.line(), RULE, "'" + name + "' is taken when the term is over, so it must be by the clock");
        }
    }

    private void checkClock(Stage stage, Action action) {
        if (!new LateRule.Take(action.name()).equals(stage.late())) {
            findings.add(action.line(), RULE, "the clock never takes '" + action.name() + "': no late rule names it");
        }
        boolean bare = action.evidence() == null
                && !action.reasonsRequired()
                && action.presence() == null
                && action.provided().isEmpty();
        if (!action.byClock() || !bare) {
            findings.add(action.line(), RULE, "the clock signs alone and gives neither evidence nor reasons");
        }
    }
}
