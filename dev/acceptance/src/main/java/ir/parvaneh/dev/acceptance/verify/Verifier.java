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

/**
 * Counts a city that has come to rest: {@code Verifier JOURNAL...} compares what clients were told with the stores at
 * {@code PARVANEH_STORE_URI} and the topics at {@code PARVANEH_STREAM_BOOTSTRAP}. One line for each check; ends with 1
 * when one fails, 2 when it could not count. Waits up to {@code PARVANEH_VERIFY_PATIENCE} seconds (60) for the city to rest.
 */
public final class Verifier {
    private static final PrintStream OUT = System.out;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private Verifier() {}

    /** @param args journals of the city driver */
    public static void main(String[] args) throws IOException {
        List<Acknowledged> told = new ArrayList<>();
        for (String journal : args) {
            List<Acknowledged> read = Acknowledged.read(Path.of(journal));
            OUT.println(journal + ": " + read.size() + " acknowledgements");
            told.addAll(read);
        }
        if (told.isEmpty()) {
            OUT.println("no client was told anything: nothing to compare");
            System.exit(2);
        }
        System.exit(count(told) ? 0 : 1);
    }

    private static boolean count(List<Acknowledged> told) {
        long deadline = System.nanoTime()
                + Duration.ofSeconds(Long.parseLong(setting("PARVANEH_VERIFY_PATIENCE", "60")))
                        .toNanos();
        try (MongoClient client = MongoClients.create(setting("PARVANEH_STORE_URI", "mongodb://127.0.0.1:27117"))) {
            while (true) {
                Report report = new Report();
                boolean quiet = look(new Stores(client), report, told);
                if (quiet && report.holds() || System.nanoTime() > deadline) {
                    OUT.print(report.text());
                    OUT.println(report.holds() ? "all of it holds" : "NOT all of it holds");
                    return report.holds();
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    /** One whole count; false when something was still on its way. */
    private static boolean look(Stores stores, Report report, List<Acknowledged> told) {
        Histories histories = new Histories(report);
        stores.tell(histories);
        histories.compare(told);
        histories.judgeFiles();
        PageChecks pages = new PageChecks(report, stores, histories);
        pages.run();
        TopicReader topics = new TopicReader(report);
        topics.read(setting("PARVANEH_STREAM_BOOTSTRAP", "127.0.0.1:9192"));
        topics.compare(histories, pages.unsent());
        report.check("numbers said again on topics (allowed)").looked(topics.again());
        return pages.quiet();
    }

    private static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }
}
