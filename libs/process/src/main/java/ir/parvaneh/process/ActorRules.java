package ir.parvaneh.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every action says who takes it, in a known role, and that role belongs to the party that holds the stage. */
final class ActorRules {

    private static final Set<String> RESERVED = Set.of(Move.JOIN, Move.CLOSE, Move.ABANDON, Attempt.LATE);

    private final ProcessTable table;
    private final Findings findings;

    ActorRules(ProcessTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    void check() {
        table.allStages().forEach(stage -> stage.actions().values().forEach(action -> check(stage.holder(), action)));
        for (Action action : table.anywhere().values()) {
            check(Holder.WAITING, action);
            for (Stage stage : table.mainLine()) {
                if (stage.actions().containsKey(action.name())) {
                    say(action, "action-name", "stands both anywhere and in '" + stage.name() + "'");
                }
            }
        }
    }

    private void check(Holder holder, Action action) {
        if (RESERVED.contains(action.name())) {
            say(action, "action-name", "is a word of the kernel itself");
        }
        if (action.signedBy().isEmpty()) {
            say(action, "known-role", "says neither by whom it is taken nor who signs it");
        }
        if (new HashSet<>(action.signedBy()).size() != action.signedBy().size()) {
            say(action, "signatures", "asks for two signatures in one role");
        }
        anotherApplication(action);
        action.signedBy().forEach(role -> check(holder, action, role));
    }

    private void anotherApplication(Action action) {
        boolean asks = action.reasonsRequired() || action.presence() != null;
        if (action.when() == null && action.signedBy().contains(Actor.ANOTHER_APPLICATION)) {
            say(action, "word", "does not say which word of another application it waits for");
        }
        if (action.when() != null && (asks || !action.signedBy().equals(List.of(Actor.ANOTHER_APPLICATION)))) {
            say(
                    action,
                    "word",
                    "is taken on the word of another application, which signs nothing and gives no reasons");
        }
    }

    private void check(Holder holder, Action action, String name) {
        if (name.equals(Actor.CLOCK) || name.equals(Actor.ANOTHER_APPLICATION)) {
            return;
        }
        Role role = table.roles().get(name);
        if (role == null) {
            say(action, "known-role", "names the role '" + name + "', which is not listed under roles");
        } else if (holder != Holder.WAITING && role.of() != holder) {
            say(action, "actor-of-holder", "is taken by " + role.of().wire() + " in a stage held by " + holder.wire());
        }
    }

    private void say(Action action, String rule, String message) {
        findings.add(action.line(), rule, "the action '" + action.name() + "' " + message);
    }
}
