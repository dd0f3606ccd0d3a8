package ir.parvaneh.dev.acceptance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.dev.acceptance.verify.Verifier;
import ir.parvaneh.dev.city.play.Replay;
import ir.parvaneh.dev.city.play.Settings;
import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import ir.parvaneh.dev.city.report.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;

/**
 * Whoever counts a city must see when it is broken: a small replay is counted, then harmed in one place at a time, each
 * harm is named with its place, and undone again. After the other tests, whose files are counted too, and before the
 * clock moves.
 */
@Order(Integer.MAX_VALUE - 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifierTest {
    private static final Duration REST = Duration.ofSeconds(60);

    private final RunningCity city = RunningCity.here();
    private final Verifier verifier = new Verifier(city.storeUri(), city.broker());
    private final MongoClient store = MongoClients.create(city.storeUri());
    private Path journal;
    private String file;

    @BeforeAll
    void aSmallReplayIsCountedAndAllOfItHolds() throws IOException {
        List<PermitRecord> records = IntStream.rangeClosed(1, 6)
                .mapToObj(n -> new PermitRecord("counted", "V%03d".formatted(n), n, n, End.ISSUED))
                .toList();
        var settings = new Settings(
                city.gateway(),
                city.issuer(),
                "dev",
                city.data(),
                4,
                6,
                7,
                false,
                0,
                Duration.ofSeconds(60),
                true,
                false);
        assertThat(new Replay(settings).run("counted", records, 0).tally().errorsSoFar())
                .isZero();
        journal = city.data().resolve("replay").resolve("counted.journal");
        file = Journal.read(journal).stream()
                .map(Journal.Line::application)
                .filter(id -> id != null)
                .findFirst()
                .orElseThrow();
        assertHolds();
    }

    @AfterAll
    void close() throws IOException {
        assertHolds();
        store.close();
    }

    private void assertHolds() throws IOException {
        Verifier.Count count = verifier.atRest(REST, journal);
        assertThat(count.holds()).as(count.text()).isTrue();
    }

    @Test
    void a_row_missing_from_a_history_is_named() throws IOException {
        harmed("applications.history", third(), null)
                .contains("/applications/files|" + file + " number 4 ")
                .contains(" after 2");
    }

    @Test
    void an_event_that_was_rewritten_breaks_its_chain() throws IOException {
        harmed("applications.history", third(), new Document("at", "2020-01-01T00:00:00.000Z"))
                .contains("the hash chain holds through every history")
                .contains("FAILS 1 times")
                .contains("/applications/files|" + file + " number 3 ");
    }

    @Test
    void an_acknowledgement_that_no_history_holds_is_named() throws IOException {
        Path invented = Files.copy(journal, city.data().resolve("invented.journal"));
        Files.writeString(
                invented,
                "{\"permit\":\"V999\",\"action\":\"confirm-ownership\",\"application\":\"" + file
                        + "\",\"status\":\"200\",\"key\":\"never-sent\"}\n",
                StandardOpenOption.APPEND);
        assertFails(verifier.now(invented)).contains("lost: ").contains("never-sent");
    }

    @Test
    void a_page_whose_number_is_not_its_historys_is_named() throws IOException {
        harmed("districts.pages", eq("_id", file), new Document("number", 4_711L))
                .contains("districts.pages /districts/pages|" + file);
    }

    @Test
    void a_page_that_read_less_than_was_said_is_named() throws IOException {
        String mark = "marks./applications/files|" + file + ".n";
        harmed("offices.pages", eq("_id", file), new Document(mark, 5L))
                .contains("offices.pages " + file + " at 5 of /applications/files|" + file);
    }

    @Test
    void a_row_that_says_something_else_than_its_page_is_named() throws IOException {
        harmed("offices.tasks", eq("applicationId", file), new Document("phase", "open"))
                .contains("every task's row says what its page says")
                .contains("offices " + file + ".");
    }

    private Bson third() {
        return and(eq("source", "/applications/files"), eq("aggregate", file), eq("n", 3L));
    }

    /** Sets these fields of one document, or takes the document away, counts, and puts back what was there. */
    private AbstractStringAssert<?> harmed(String place, Bson which, Document fields) throws IOException {
        String[] names = place.split("\\.");
        MongoCollection<Document> all = store.getDatabase(names[0]).getCollection(names[1]);
        Document sound = Mono.from(all.find(which).first()).block();
        assertThat(sound).as(place + " " + which).isNotNull();
        Bson itself = eq("_id", sound.get("_id"));
        try {
            Mono.from(fields == null ? all.deleteOne(itself) : all.updateOne(itself, new Document("$set", fields)))
                    .block();
            return assertFails(verifier.now(journal));
        } finally {
            Mono.from(all.deleteOne(itself)).block();
            Mono.from(all.insertOne(sound)).block();
        }
    }

    private static AbstractStringAssert<?> assertFails(Verifier.Count count) {
        assertThat(count.holds()).as(count.text()).isFalse();
        return assertThat(count.text());
    }
}
