package ir.parvaneh.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The page a person reads: a process table as Markdown, in both languages, with its diagram. */
public final class ProcessPage {

    private final ProcessTable table;
    private final StringBuilder page = new StringBuilder();

    private ProcessPage(ProcessTable table) {
        this.table = table;
    }

    /** The page of one edition; the same table gives the same page, to the letter. */
    public static String render(ProcessTable table) {
        return new ProcessPage(table).write();
    }

    private String write() {
        head();
        page.append(ProcessDiagram.render(table));
        stages();
        actions();
        lists();
        return page.toString();
    }

    private void head() {
        line("# " + table.title().en() + " · " + table.title().fa());
        line("");
        line("Generated from the process table; a test fails when this page differs from it. Do not edit it by hand.");
        line("این صفحه از جدول فرایند ساخته می‌شود و دستی ویرایش نمی‌شود.");
        line("");
        line("* edition · ویرایش: `" + table.edition() + "`, `" + table.hash().substring(0, 12) + "`");
        line("* promise · وعده: " + both(table.promise().wording()) + " held by office and district together,"
                + " on any path without a loop" + keptAt());
        table.clocks().forEach(this::clock);
        line("* a term without a late rule escalates: the stage stays, the missed deadline is recorded once");
        line("");
    }

    private void clock(LegalClock clock) {
        String voidAt = clock.voidAt().isEmpty() ? "" : ", void at · بی‌اثر در: " + codes(clock.voidAt());
        line("* legal clock · مهلت قانونی: " + both(clock.title()) + ", from · از: `" + clock.from()
                + "`, until · تا: `" + clock.until() + "`" + voidAt + ", "
                + both(clock.within().wording()) + " " + marks(clock.basis()));
    }

    private String keptAt() {
        return table.promiseKeptAt() == null ? "" : ", up to · تا: `" + table.promiseKeptAt() + "`";
    }

    private void stages() {
        line("## Stages · مراحل");
        line("");
        stageRows(table.mainLine());
        for (Track track : table.tracks().values()) {
            line("### Track · رشته موازی: " + track.title().en() + " · "
                    + track.title().fa());
            line("");
            stageRows(track.stages().values());
        }
    }

    private void stageRows(Collection<Stage> stages) {
        row("Code", "Stage", "مرحله", "Held by · با", "Term · مهلت", "If late · اگر دیر شود", "Basis · مستند");
        row("---", "---", "---", "---", "---", "---", "---");
        for (Stage stage : stages) {
            row(
                    "`" + stage.name() + "`",
                    stage.title().en(),
                    stage.title().fa(),
                    holder(stage),
                    term(stage),
                    late(stage),
                    marks(stage.basis()));
        }
        line("");
    }

    private String term(Stage stage) {
        if (stage.until() != null) {
            return both(table.catalogue().date(stage.until()).orElseThrow().sentence());
        }
        return stage.within() == null ? "" : both(stage.within().wording());
    }

    private String holder(Stage stage) {
        if (stage.isWaiting()) {
            return both(stage.holder().title()) + ": " + codes(stage.waitsFor());
        }
        Wording agency = table.agencies().get(stage.agency());
        return both(agency == null ? stage.holder().title() : agency);
    }

    private static String late(Stage stage) {
        if (stage.late() == null) {
            return "";
        }
        return switch (stage.late()) {
            case LateRule.Escalate escalate -> "escalates · پیگیری می‌شود";
            case LateRule.Abandon abandon -> "abandoned · راکد می‌شود";
            case LateRule.Take take -> "`" + take.action() + "`";
        };
    }

    private void actions() {
        line("## Actions · اقدام‌ها");
        line("");
        actionHead();
        for (Stage stage : table.allStages()) {
            stage.actions().values().forEach(action -> actionRow("`" + stage.name() + "`", action));
            if (stage.isWaiting()) {
                row(
                        "`" + stage.name() + "`",
                        "when all tracks have ended",
                        "پایان همه رشته‌ها",
                        "",
                        "",
                        "",
                        next(stage.joins()),
                        "");
            }
        }
        table.anywhere().values().forEach(action -> actionRow("any · هر مرحله", action));
        line("");
    }

    private void actionHead() {
        row(
                "In · در",
                "Action",
                "اقدام",
                "By · با امضای",
                "Asks for · نیاز",
                "Provided · به شرط",
                "Then · سپس",
                "Basis · مستند");
        row("---", "---", "---", "---", "---", "---", "---", "---");
    }

    private void actionRow(String in, Action action) {
        row(
                in,
                action.title().en() + "<br>`" + action.name() + "`",
                action.title().fa(),
                signers(action),
                asks(action),
                conditions(action),
                opens(action) + next(action.then()),
                marks(action.basis()));
    }

    private String signers(Action action) {
        if (action.when() != null) {
            return "another application · درخواست دیگر: `" + action.when().written() + "`";
        }
        return action.signedBy().stream().map(this::role).collect(Collectors.joining("<br>then "));
    }

    private String role(String name) {
        Role role = table.roles().get(name);
        return role == null ? "the clock · ساعت" : both(role.title());
    }

    private static String asks(Action action) {
        List<String> asks = new ArrayList<>();
        if (action.evidence() != null) {
            asks.add("evidence · مدرک: `" + action.evidence() + "`");
        }
        if (action.reasonsRequired()) {
            asks.add("written reasons · دلیل کتبی");
        }
        if (action.presence() != null) {
            asks.add("presence · حضور: " + action.presence());
        }
        return String.join("<br>", asks);
    }

    private String conditions(Action action) {
        List<String> conditions = new ArrayList<>();
        for (String name : action.provided()) {
            conditions.add(both(table.catalogue().guard(name).orElseThrow().sentence()));
        }
        if (!action.separateFrom().isEmpty()) {
            conditions.add("not by a hand in · جدا از: " + codes(action.separateFrom()));
        }
        return String.join("<br>", conditions);
    }

    private static String opens(Action action) {
        return action.opens().stream()
                .map(opening -> "opens `" + opening.track() + "`"
                        + (opening.stage() == null ? "" : " at `" + opening.stage() + "`") + "<br>")
                .collect(Collectors.joining());
    }

    private static String next(Next next) {
        return next instanceof Next.Joined ? "joins · پایان رشته" : "`" + next.written() + "`";
    }

    private void lists() {
        line("## Ends · پایان‌ها");
        line("");
        table.ends().forEach((name, title) -> line("* `" + name + "`: " + both(title)));
        line("");
        line("## Basis · مستندات");
        line("");
        table.legalBasis().forEach((mark, basis) -> line("* [" + mark + "] " + both(basis)));
    }

    private static String both(Wording wording) {
        return wording.en() + " · " + wording.fa();
    }

    private static String codes(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String marks(List<String> basis) {
        return basis.stream().map(mark -> "[" + mark + "]").collect(Collectors.joining(" "));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
