package ir.parvaneh.process;

import java.util.Collection;

/** A process table as a Mermaid state diagram; a waiting stage is drawn around the tracks it waits for. */
final class ProcessDiagram {

    private final ProcessTable table;
    private final StringBuilder text = new StringBuilder();

    private ProcessDiagram(ProcessTable table) {
        this.table = table;
    }

    static String render(ProcessTable table) {
        return new ProcessDiagram(table).write();
    }

    private String write() {
        text.append("## Diagram · نمودار\n\n```mermaid\nstateDiagram-v2\n");
        table.mainLine().forEach(stage -> declare(stage.name(), stage.title()));
        table.ends().forEach(this::declare);
        arrow("[*]", id(table.start().name()), "");
        table.mainLine().forEach(this::arrows);
        table.mainLine().stream().filter(Stage::isWaiting).forEach(this::around);
        table.ends().keySet().forEach(end -> arrow(id(end), "[*]", ""));
        return text.append("```\n\n").toString();
    }

    private void declare(String name, Wording title) {
        text.append("    state \"" + title.en() + " · " + title.fa() + "\" as " + id(name) + "\n");
    }

    private void arrows(Stage stage) {
        stage.actions().values().forEach(action -> arrow(id(stage.name()), target(action.then()), action.name()));
        if (stage.isWaiting()) {
            arrow(id(stage.name()), target(stage.joins()), "joined");
            stage.waitsFor().forEach(track -> waysOut(stage, table.tracks().get(track)));
        }
        if (stage.late() instanceof LateRule.Abandon) {
            arrow(id(stage.name()), id(Move.ABANDONED), "late");
        }
    }

    private void waysOut(Stage waiting, Track track) {
        for (Stage stage : track.stages().values()) {
            stage.actions().values().stream()
                    .filter(action -> action.then() instanceof Next.ToMainStage || action.then() instanceof Next.ToEnd)
                    .forEach(action -> arrow(id(waiting.name()), target(action.then()), action.name()));
            if (stage.late() instanceof LateRule.Abandon) {
                arrow(id(waiting.name()), id(Move.ABANDONED), stage.name() + " late");
            }
        }
    }

    private void around(Stage waiting) {
        text.append("    state " + id(waiting.name()) + " {\n");
        String between = "";
        for (String track : waiting.waitsFor()) {
            text.append(between);
            inside(table.tracks().get(track).stages().values());
            between = "        --\n";
        }
        text.append("    }\n");
    }

    private void inside(Collection<Stage> stages) {
        stages.forEach(stage -> {
            text.append("    ");
            declare(stage.name(), stage.title());
        });
        text.append("    ");
        arrow("[*]", id(stages.iterator().next().name()), "");
        for (Stage stage : stages) {
            for (Action action : stage.actions().values()) {
                if (action.then() instanceof Next.ToStage || action.then() instanceof Next.Joined) {
                    text.append("    ");
                    arrow(id(stage.name()), target(action.then()), action.name());
                }
            }
        }
    }

    private static String target(Next next) {
        return switch (next) {
            case Next.ToStage to -> id(to.stage());
            case Next.ToMainStage to -> id(to.stage());
            case Next.Joined joined -> "[*]";
            case Next.ToEnd to -> id(to.outcome());
        };
    }

    private void arrow(String from, String to, String label) {
        text.append("    " + from + " --> " + to + (label.isEmpty() ? "" : " : " + label) + "\n");
    }

    /** Mermaid takes no hyphen in a name. */
    private static String id(String name) {
        return name.replace('-', '_');
    }
}
