package ir.parvaneh.process;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One edition of a process: a table a lawyer can read, linted when it is loaded and never changed after. */
public final class ProcessTable {

    private final TableReader.TableParts parts;
    private final Catalogue catalogue;
    private final String hash;
    private final Set<String> conditions;

    private ProcessTable(TableReader.TableParts parts, Catalogue catalogue, String hash) {
        this.parts = parts;
        this.catalogue = catalogue;
        this.hash = hash;
        this.conditions = Stream.concat(allStages().stream().map(Stage::actions), Stream.of(parts.anywhere()))
                .flatMap(actions -> actions.values().stream())
                .flatMap(action -> action.provided().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads and lints a table. Throws {@link BrokenProcess} with every finding; fileName is what the findings call the
     * file. The reader is read to its end and not closed.
     */
    public static ProcessTable load(String fileName, Reader yaml, Catalogue catalogue) {
        String text = readAll(yaml);
        Findings findings = new Findings(fileName);
        TableReader.TableParts parts = new TableReader(findings).read(text);
        ProcessTable table = new ProcessTable(parts, catalogue, Digests.sha256(text));
        Linter.lint(table, findings);
        findings.stopIfAny();
        return table;
    }

    private static String readAll(Reader reader) {
        try {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return parts.name();
    }

    public String edition() {
        return parts.edition();
    }

    /** SHA-256 of the table's text, in hex. */
    public String hash() {
        return hash;
    }

    public Wording title() {
        return parts.title();
    }

    /** What office and district together may take. */
    public Term promise() {
        return parts.promise();
    }

    /** The stage of the main line that keeps the promise when it is entered; null when only an end does. */
    public String promiseKeptAt() {
        return parts.promiseKeptAt();
    }

    /** Terms of the law over several stages, in the order written. */
    public List<LegalClock> clocks() {
        return parts.clocks();
    }

    /** Sources by their mark. */
    public Map<String, Wording> legalBasis() {
        return parts.legalBasis();
    }

    public Map<String, Role> roles() {
        return parts.roles();
    }

    public Map<String, Wording> agencies() {
        return parts.agencies();
    }

    /** Outcomes and their titles. */
    public Map<String, Wording> ends() {
        return parts.ends();
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** The stage a file begins in. */
    public Stage start() {
        return parts.stages().values().iterator().next();
    }

    /** The stages of the main line, in the order written. */
    public Collection<Stage> mainLine() {
        return parts.stages().values();
    }

    public Map<String, Track> tracks() {
        return parts.tracks();
    }

    /** Actions open in every stage of the main line. */
    public Map<String, Action> anywhere() {
        return parts.anywhere();
    }

    /** The names of all conditions an action of it may ask for. */
    public Set<String> conditions() {
        return conditions;
    }

    /** A stage of the main line (track null) or of a track. */
    public Optional<Stage> stage(String track, String name) {
        if (track == null) {
            return Optional.ofNullable(parts.stages().get(name));
        }
        return Optional.ofNullable(parts.tracks().get(track))
                .map(found -> found.stages().get(name));
    }

    /** The stage an open one stands for. Throws IllegalStateException when the table has none: another edition. */
    public Stage stageOf(ProcessFile.OpenStage open) {
        return stage(open.track(), open.stage())
                .orElseThrow(() -> new IllegalStateException(open.stage() + " is no stage of " + name()));
    }

    /** The actions an open stage has, those open anywhere among them. */
    public List<Action> actionsOf(ProcessFile.OpenStage open) {
        List<Action> actions = new ArrayList<>(stageOf(open).actions().values());
        if (open.track() == null) {
            actions.addAll(anywhere().values());
        }
        return actions;
    }

    /** Every stage of the table, main line first. */
    public List<Stage> allStages() {
        List<Stage> all = new ArrayList<>(mainLine());
        tracks().values().forEach(track -> all.addAll(track.stages().values()));
        return all;
    }

    int promiseLine() {
        return parts.promiseLine();
    }

    int stagesLine() {
        return parts.stagesLine();
    }
}
