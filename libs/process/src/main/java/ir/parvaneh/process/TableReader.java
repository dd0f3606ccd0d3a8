package ir.parvaneh.process;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a process table as written. Names are not looked up here; that is the linter's affair. */
final class TableReader {

    static final String MAIN = "main/";
    static final String JOINED = "joined";

    private final Findings findings;
    private Set<String> ends = Set.of();

    TableReader(Findings findings) {
        this.findings = findings;
    }

    TableParts read(String text) {
        Row root = new Row(compose(text), findings);
        findings.stopIfAny();
        root.only(
                "process",
                "edition",
                "title",
                "legal-basis",
                "promise",
                "promise-kept-at",
                "clocks",
                "roles",
                "agencies",
                "ends",
                "stages",
                "tracks",
                "anywhere");
        Map<String, Wording> endings = wordings(root, "ends");
        ends = endings.keySet();
        return new TableParts(
                root.text("process"),
                root.text("edition"),
                root.wording("title"),
                promise(root),
                root.line("promise"),
                root.textOr("promise-kept-at", null),
                clocks(root),
                wordings(root, "legal-basis"),
                roles(root),
                wordings(root, "agencies"),
                endings,
                stages(root, null),
                tracks(root),
                actions(root, "anywhere", null),
                root.line("stages"));
    }

    private Node compose(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                findings.add(1, Row.FORM, "the file is empty");
                findings.stopIfAny();
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            findings.add(line, Row.FORM, "this is no YAML: " + e.getProblem());
            findings.stopIfAny();
            throw e;
        }
    }

    private Term promise(Row root) {
        Term promise = term(root, "promise");
        return promise == null ? new Term(0, Term.Unit.WORKING_DAY) : promise;
    }

    private List<LegalClock> clocks(Row root) {
        List<LegalClock> clocks = new ArrayList<>();
        root.rows("clocks").forEach((name, row) -> {
            row.only("title", "from", "until", "void-at", "within", "basis");
            clocks.add(new LegalClock(
                    name,
                    row.wording("title"),
                    row.text("from"),
                    row.text("until"),
                    row.texts("void-at"),
                    term(row, "within"),
                    row.texts("basis"),
                    row.line()));
        });
        return List.copyOf(clocks);
    }

    private Map<String, Wording> wordings(Row root, String key) {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        root.rows(key)
                .forEach((name, row) -> wordings.put(name, row.only("fa", "en").asWording()));
        return wordings;
    }

    private Map<String, Role> roles(Row root) {
        Map<String, Role> roles = new LinkedHashMap<>();
        root.rows("roles").forEach((name, row) -> {
            row.only("fa", "en", "of", "assigned");
            boolean assigned = row.textOr("assigned", "false").equals("true");
            roles.put(name, new Role(name, row.asWording(), holder(row, "of"), assigned));
        });
        return roles;
    }

    private Holder holder(Row row, String key) {
        String written = row.text(key);
        return Holder.find(written).filter(holder -> holder != Holder.WAITING).orElseGet(() -> {
            findings.add(row.line(key), "known-holder", "'" + written + "' is no holder");
            return Holder.OWNER;
        });
    }

    private Map<String, Track> tracks(Row root) {
        Map<String, Track> tracks = new LinkedHashMap<>();
        root.rows("tracks").forEach((name, row) -> {
            row.only("title", "stages");
            tracks.put(name, new Track(name, row.wording("title"), stages(row, name), row.line()));
        });
        return tracks;
    }

    private Map<String, Stage> stages(Row parent, String track) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        parent.rows("stages").forEach((name, row) -> stages.put(name, stage(name, row, track)));
        return stages;
    }

    private Stage stage(String name, Row row, String track) {
        row.only("title", "held-by", "agency", "within", "until", "if-late", "waits-for", "then", "actions", "basis");
        boolean waiting = row.has("waits-for");
        boolean dated = row.has("until");
        if (dated && (waiting || row.has("within"))) {
            findings.add(row.line("until"), "term", "a stage has a term or lasts until a date, not both");
        }
        return new Stage(
                name,
                track,
                row.wording("title"),
                waiting ? Holder.WAITING : holder(row, "held-by"),
                row.textOr("agency", null),
                waiting || dated ? null : term(row, "within"),
                row.textOr("until", null),
                waiting ? null : late(row),
                row.texts("waits-for"),
                waiting ? next(row.text("then"), track) : null,
                actions(row, "actions", track),
                row.texts("basis"),
                row.line());
    }

    private Term term(Row row, String key) {
        String written = row.text(key);
        try {
            return Term.parse(written);
        } catch (IllegalArgumentException e) {
            findings.add(row.line(key), "term", e.getMessage());
            return null;
        }
    }

    private LateRule late(Row row) {
        if (!row.has("if-late")) {
            return new LateRule.Escalate();
        }
        String written = row.text("if-late");
        if (written.startsWith("take ")) {
            return new LateRule.Take(written.substring("take ".length()).strip());
        }
        if (!Set.of("escalate", "abandon").contains(written)) {
            findings.add(
                    row.line("if-late"), "late-rule", "'" + written + "' is none of escalate, abandon, take <action>");
        }
        return written.equals("abandon") ? new LateRule.Abandon() : new LateRule.Escalate();
    }

    private Map<String, Action> actions(Row parent, String key, String track) {
        Map<String, Action> actions = new LinkedHashMap<>();
        parent.rows(key).forEach((name, row) -> actions.put(name, action(name, row, track)));
        return actions;
    }

    private Action action(String name, Row row, String track) {
        row.only(
                "title",
                "by",
                "signed-by",
                "when",
                "presence",
                "evidence",
                "reasons",
                "provided",
                "separate-from",
                "opens",
                "then",
                "basis");
        return new Action(
                name,
                row.wording("title"),
                signers(row),
                word(row),
                row.textOr("presence", null),
                row.textOr("evidence", null),
                row.has("reasons"),
                row.texts("provided"),
                row.texts("separate-from"),
                row.texts("opens").stream().map(TableReader::opening).toList(),
                next(row.text("then"), track),
                row.texts("basis"),
                row.line());
    }

    private static List<String> signers(Row row) {
        if (row.has("when") && !row.has("by") && !row.has("signed-by")) {
            return List.of(Actor.ANOTHER_APPLICATION);
        }
        return row.has("by") ? List.of(row.text("by")) : row.texts("signed-by");
    }

    private Action.Word word(Row row) {
        if (!row.has("when")) {
            return null;
        }
        String written = row.text("when");
        int slash = written.indexOf('/');
        if (slash < 1 || slash == written.length() - 1) {
            findings.add(row.line("when"), "word", "'" + written + "' is no word such as permit-extension/granted");
            return null;
        }
        return new Action.Word(written.substring(0, slash), written.substring(slash + 1));
    }

    /** {@code plans} opens a track at its start, {@code plans/plan-control} at that stage. */
    private static Action.TrackOpening opening(String written) {
        int slash = written.indexOf('/');
        return slash < 0
                ? new Action.TrackOpening(written, null)
                : new Action.TrackOpening(written.substring(0, slash), written.substring(slash + 1));
    }

    private Next next(String written, String track) {
        if (track != null && written.equals(JOINED)) {
            return new Next.Joined();
        }
        if (track != null && written.startsWith(MAIN)) {
            return new Next.ToMainStage(written.substring(MAIN.length()));
        }
        return ends.contains(written) ? new Next.ToEnd(written) : new Next.ToStage(written);
    }

    /** Everything a table holds, as read. */
    record TableParts(
            String name,
            String edition,
            Wording title,
            Term promise,
            int promiseLine,
            String promiseKeptAt,
            List<LegalClock> clocks,
            Map<String, Wording> legalBasis,
            Map<String, Role> roles,
            Map<String, Wording> agencies,
            Map<String, Wording> ends,
            Map<String, Stage> stages,
            Map<String, Track> tracks,
            Map<String, Action> anywhere,
            int stagesLine) {}
}
