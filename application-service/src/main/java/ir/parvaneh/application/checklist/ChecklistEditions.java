package ir.parvaneh.application.checklist;

import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.ProcessFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The released editions. One that names an unknown paper, group or condition stops the service. */
final class ChecklistEditions {

    private static final List<String> RELEASED = List.of("1404-1", "1404-2");

    private final List<ChecklistEdition> editions;

    private ChecklistEditions(List<ChecklistEdition> editions) {
        this.editions = editions;
    }

    static ChecklistEditions load(PaperKinds kinds) {
        List<ChecklistEdition> all =
                RELEASED.reversed().stream().map(ChecklistEditions::read).toList();
        all.forEach(edition -> edition.rules().forEach(rule -> mustBeKnown(edition, rule, kinds)));
        return new ChecklistEditions(all);
    }

    private static ChecklistEdition read(String name) {
        String path = "checklists/" + name + ".yaml";
        try (InputStream in = ChecklistEditions.class.getClassLoader().getResourceAsStream(path)) {
            Map<String, Object> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JsonMapper.shared().convertValue(written, ChecklistEdition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mustBeKnown(ChecklistEdition edition, ChecklistEdition.Rule rule, PaperKinds kinds) {
        boolean known = kinds.kind(rule.paper()).isPresent()
                && edition.conditions().keySet().containsAll(rule.when())
                && rule.requests().stream()
                        .allMatch(one -> edition.groups().containsKey(one) || one.equals(one.toUpperCase(Locale.ROOT)));
        if (!known || !Situation.knows(edition)) {
            throw new IllegalStateException("checklists/" + edition.edition() + ".yaml: unknown name in " + rule);
        }
    }

    /** The newest edition that was in force on the day a file was begun, for its table; the oldest for files older than all. */
    ChecklistEdition of(ProcessFile file) {
        LocalDate day = Tehran.dateOf(file.begunAt());
        String table = file.process() + "/" + file.edition();
        return editions.stream()
                .filter(edition -> !edition.from().isAfter(day))
                .filter(edition -> !edition.notFor().contains(table))
                .findFirst()
                .orElseGet(editions::getLast);
    }

    /** An edition by its name. */
    ChecklistEdition edition(String name) {
        return editions.stream()
                .filter(edition -> edition.edition().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
