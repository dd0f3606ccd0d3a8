package ir.parvaneh.dev.acceptance.verify;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Counts a city that has come to rest: {@code Verifier JOURNAL...} compares what clients were told with the stores at
 * {@code PARVANEH_STORE_URI} and the topics at {@code PARVANEH_STREAM_BOOTSTRAP}. One line for each check; ends with 1
 * when one fails, 2 when it could not count. Waits up to {@code PARVANEH_VERIFY_PATIENCE} seconds (60) for the city to rest.
 */
public final class Verifier {
    private static final PrintStream OUT = System.out;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final String store;
    private final String bootstrap;

    /** @param bootstrap of the broker, the store as a connection string */
    public Verifier(String store, String bootstrap) {
        this.store = store;
        this.bootstrap = bootstrap;
    }

    /**
     * What a count came to.
     *
     * @param quiet whether nothing was on its way
     * @param text one line for each check, and below it who offends
     */
    public record Count(boolean holds, boolean quiet, String text) {}

    /** @param args journals of the city driver */
    public static void main(String[] args) throws IOException {
        List<Acknowledged> told = read(Stream.of(args).map(Path::of).toList());
        OUT.println(told.size() + " acknowledgements in " + String.join(", ", args));
        if (told.isEmpty()) {
            OUT.println("no client was told anything: nothing to compare");
            System.exit(2);
        }
        var verifier = new Verifier(
                setting("PARVANEH_STORE_URI", "mongodb://127.0.0.1:27117"),
                setting("PARVANEH_STREAM_BOOTSTRAP", "127.0.0.1:9192"));
        Count count =
                verifier.atRest(told, Duration.ofSeconds(Long.parseLong(setting("PARVANEH_VERIFY_PATIENCE", "60"))));
        OUT.print(count.text());
        OUT.println(count.holds() ? "all of it holds" : "NOT all of it holds");
        System.exit(count.holds() ? 0 : 1);
    }

    /** Counts until the city rests and all holds, or patience is over: then as it stands. */
    public Count atRest(Duration patience, Path... journals) throws IOException {
        return atRest(read(List.of(journals)), patience);
    }

    /** Counts once, as it stands. */
    public Count now(Path... journals) throws IOException {
        List<Acknowledged> told = read(List.of(journals));
        try (MongoClient client = MongoClients.create(store)) {
            return look(new Stores(client), told);
        }
    }

    private static List<Acknowledged> read(List<Path> journals) throws IOException {
        List<Acknowledged> told = new ArrayList<>();
        for (Path journal : journals) {
            told.addAll(Acknowledged.read(journal));
        }
        return told;
    }

    private Count atRest(List<Acknowledged> told, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (MongoClient client = MongoClients.create(store)) {
            Count count = look(new Stores(client), told);
            while (!(count.quiet() && count.holds()) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                count = look(new Stores(client), told);
            }
            return count;
        }
    }

    /** One whole count. */
    private Count look(Stores stores, List<Acknowledged> told) {
        Report report = new Report();
        Histories histories = new Histories(report);
        stores.tell(histories);
        histories.compare(told);
        histories.judgeFiles();
        PageChecks pages = new PageChecks(report, stores, histories);
        pages.run();
        TopicReader topics = new TopicReader(report);
        topics.read(bootstrap);
        topics.compare(histories, pages.unsent());
        report.check("numbers said again on topics (allowed)").looked(topics.again());
        return new Count(report.holds(), pages.quiet(), report.text());
    }

    private static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }
}
