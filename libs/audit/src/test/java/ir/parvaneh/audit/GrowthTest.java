package ir.parvaneh.audit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** A root is made only over chains that have grown since the one before. */
class GrowthTest extends OverThings {

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 7})
    void a_history_written_anew_is_not_signed_anew_however_long_it_is(int length) {
        tell(things, "a", 5);
        tell(things, "b", 1);
        flush();
        Root first = making().daily().block();
        List<BsonDocument> untouched = writeAnew(length);
        assertThat(faults("a")).allMatch(fault -> fault.what() == ChainFault.What.SURPLUS);
        tell(things, "b", 1);
        clock.set(Duration.ofHours(13));
        Root second = making().daily().block();
        Leaf signed = leaf(first, "a");
        assertThat(leaf(second, "a")).isEqualTo(signed);
        assertThat(leaf(second, "b").number()).isEqualTo(2);
        assertThat(second.faults()).isEqualTo(roots.faults().block()).isOne();
        untouched.forEach(this::put);
        setPage(5, signed.head());
        assertThat(making().make().block().faults())
                .isEqualTo(roots.faults().block())
                .isZero();
    }

    /** As somebody does who knows how hashes are made: entry 3 is another, and all is made to follow from it. */
    private List<BsonDocument> writeAnew(int length) {
        List<BsonDocument> untouched =
                IntStream.rangeClosed(1, 5).mapToObj(this::entry).toList();
        String before = untouched.get(1).getString("hash").getValue();
        for (int number = 3; number <= length; number++) {
            BsonDocument forged = untouched.get(Math.min(number, 5) - 1).clone();
            forged.append("_id", new BsonString(name(number))).append("n", new BsonInt64(number));
            forged.append("data", new BsonString("{\"count\":99}"));
            before = Link.recorded(forged).digest(before);
            put(forged.append("hash", new BsonString(before)));
        }
        setPage(length, before);
        return untouched;
    }

    private static String name(int number) {
        return "/things|a:%010d".formatted(number);
    }

    private BsonDocument entry(int number) {
        return Mono.from(history().find(eq("_id", name(number)))).block();
    }

    private void put(BsonDocument entry) {
        Mono.from(history().deleteOne(eq("_id", entry.getString("_id")))).block();
        Mono.from(history().insertOne(entry)).block();
    }

    private MongoCollection<BsonDocument> history() {
        return database.getCollection("history", BsonDocument.class);
    }

    private void setPage(long number, String chain) {
        var said = Updates.combine(Updates.set("number", number), Updates.set("chain", chain));
        Mono.from(database.getCollection("things").updateOne(eq("_id", "a"), said))
                .block();
    }

    @Test
    void a_page_that_names_another_end_is_not_believed() {
        tell(things, "a", 2);
        flush();
        Root first = making().make().block();
        setPage(2, "another");
        Root second = making().make().block();
        assertThat(leaf(second, "a")).isEqualTo(leaf(first, "a"));
        assertThat(second.faults()).isOne();
    }

    @Test
    void a_chain_that_is_gone_stays_below_the_roots() {
        tell(things, "a", 2);
        tell(things, "b", 1);
        making().make().block();
        Mono.from(database.getCollection("things").deleteOne(eq("_id", "b"))).block();
        Root second = making().make().block();
        assertThat(second.faults()).isOne();
        assertThat(leaf(second, "b").number()).isEqualTo(1);
    }

    @Test
    void a_chain_that_only_grew_is_signed_while_it_waits_and_when_it_is_history() {
        for (long number = 1; number < 5; number++) {
            tell(things, "a", 1);
            Root root = making().make().block();
            assertThat(root.faults()).isZero();
            assertThat(leaf(root, "a").number()).isEqualTo(number);
            if (number == 2) {
                flush();
            }
        }
    }
}
