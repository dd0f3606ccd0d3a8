package ir.parvaneh.chassis.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;

/** A page for tests: it collects lines. */
public record Notebook(String owner, List<String> lines, Instant lastAt, String title) {

    public record Written(String line) {}

    public static Pages.Definition<Notebook> definition() {
        return definition("notebooks", Notebook::rows);
    }

    private static List<Row> rows(Page<Notebook> page) {
        Document fields = new Document("count", (long) page.body().lines().size());
        return List.of(new Row("lines", page.id(), page.version(), fields));
    }

    /** Without rows, in a collection of its own. */
    public static Pages.Definition<Notebook> plain() {
        return definition("plain", page -> List.of());
    }

    private static Pages.Definition<Notebook> definition(String collection, Function<Page<Notebook>, List<Row>> rows) {
        return new Pages.Definition<>(
                collection,
                "/test/notebooks",
                "notebooks.events.v1",
                Notebook.class,
                id -> new Notebook("owner of " + id, List.of(), null, null),
                book -> book.title() == null ? Map.of() : Map.of("title", book.title()),
                List.of(Index.on("title")),
                rows);
    }

    public Notebook with(String line, Instant at) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new Notebook(owner, List.copyOf(more), at, title);
    }

    public Notebook titled(String name) {
        return new Notebook(owner, lines, lastAt, name);
    }

    public static Verdict<Notebook> write(Page<Notebook> page, String line) {
        return Verdict.changed(
                page.body().with(line, Instant.ofEpochMilli(1_700_000_000_000L)),
                new NewEvent("line-written", new Written(line)));
    }
}
