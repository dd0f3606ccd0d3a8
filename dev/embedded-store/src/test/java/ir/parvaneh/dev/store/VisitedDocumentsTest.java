package ir.parvaneh.dev.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.inc;
import static ir.parvaneh.dev.store.StoreClient.all;
import static ir.parvaneh.dev.store.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Work is counted, not timed: it must not grow with the number of documents. */
@ParameterizedClass(name = "{0} documents")
@ValueSource(ints = {10_000, 300_000})
class VisitedDocumentsTest {

    private static final Bson BY_DUE = ascending("dueOn", "_id");
    private static final int PAGE = 20;
    private static final int BATCH = 5000;

    private static EmbeddedStore store;
    private static StoreClient client;
    private static MongoCollection<Document> tasks;

    @Parameter
    int documents;

    @BeforeParameterizedClassInvocation
    static void fill(int documents) {
        store = EmbeddedStore.inMemory();
        client = new StoreClient(store.uri());
        tasks = client.collection("tasks");
        one(tasks.createIndex(Indexes.ascending("office", "dueOn")));
        one(tasks.createIndex(Indexes.ascending("office", "state", "dueOn")));
        one(tasks.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true)));
        one(tasks.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true)));
        for (int from = 0; from < documents; from += BATCH) {
            one(tasks.insertMany(IntStream.range(from, from + BATCH)
                    .mapToObj(VisitedDocumentsTest::task)
                    .toList()));
        }
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        client.close();
        store.close();
    }

    private static Document task(int i) {
        Document task = new Document("_id", id(i))
                .append("version", 1)
                .append("code", "c" + i)
                .append("office", "o" + i % 10)
                .append("state", i % 3 == 0 ? "claimed" : "open")
                .append("dueOn", i / 50);
        return i % 10 == 3 ? task.append("pendingSince", (long) i) : task;
    }

    private static String id(int i) {
        return "task-%08d".formatted(i);
    }

    private long visitedBy(Callable<?> act) throws Exception {
        long before = store.counters().documentsVisited();
        act.call();
        return store.counters().documentsVisited() - before;
    }

    private void assertFullPage(FindPublisher<Document> page, int atMost) throws Exception {
        assertThat(visitedBy(() -> assertThat(all(page.limit(PAGE))).hasSize(PAGE)))
                .isLessThanOrEqualTo(atMost);
    }

    @Test
    void a_compare_and_set_visits_one() throws Exception {
        Bson asRead = and(eq("_id", id(documents / 2)), eq("version", 1));
        assertThat(visitedBy(() -> one(tasks.updateOne(asRead, inc("version", 1)))))
                .isEqualTo(1);
        assertThat(visitedBy(() -> one(tasks.updateOne(asRead, inc("version", 1)))))
                .isEqualTo(1);
        assertThat(visitedBy(() -> one(tasks.findOneAndUpdate(eq("_id", id(7)), inc("version", 1)))))
                .isEqualTo(1);
        assertThat(visitedBy(() -> one(tasks.updateOne(and(eq("code", "c9"), gt("version", 0)), inc("version", 1)))))
                .isEqualTo(1);
    }

    @Test
    void an_id_that_nobody_has_visits_none() throws Exception {
        assertThat(visitedBy(() -> one(tasks.find(eq("_id", "nobody")).first())))
                .isZero();
    }

    @Test
    void a_sorted_page_visits_what_it_shows() throws Exception {
        assertFullPage(tasks.find(eq("office", "o4")).sort(BY_DUE), PAGE + 1);
        assertFullPage(tasks.find(and(eq("office", "o4"), gt("dueOn", 50))).sort(BY_DUE), PAGE + 1);
        assertFullPage(tasks.find(and(eq("office", "o4"), eq("state", "open"))).sort(BY_DUE), PAGE + 1);
        assertFullPage(tasks.find(eq("office", "o4")).sort(descending("dueOn", "_id")), PAGE + 1);
        assertFullPage(
                tasks.find(and(eq("office", "o4"), in("state", "open", "claimed")))
                        .sort(BY_DUE),
                PAGE + 1);
    }

    @Test
    void the_next_page_starts_where_the_last_one_ended() throws Exception {
        Document last =
                all(tasks.find(eq("office", "o4")).sort(BY_DUE).limit(57)).getLast();
        Bson behind =
                or(gt("dueOn", last.get("dueOn")), and(eq("dueOn", last.get("dueOn")), gt("_id", last.get("_id"))));
        assertFullPage(tasks.find(and(eq("office", "o4"), behind)).sort(BY_DUE), PAGE + 1);
    }

    @Test
    void a_sparse_index_serves_what_is_pending() throws Exception {
        assertFullPage(tasks.find(lt("pendingSince", 8000L)).sort(ascending("pendingSince")), PAGE + 1);
        assertThat(visitedBy(() -> all(tasks.find(lt("pendingSince", 100L))))).isEqualTo(10);
    }

    @Test
    void a_range_of_ids_visits_that_range() throws Exception {
        assertFullPage(tasks.find(and(gt("_id", id(500)), lt("_id", id(9000)))).sort(ascending("_id")), PAGE + 1);
        assertThat(visitedBy(() -> all(tasks.find(and(gt("_id", id(500)), lt("_id", id(511)))))))
                .isEqualTo(10);
        assertThat(visitedBy(() -> all(tasks.find(in("_id", List.of(id(5), id(6), "nobody"))))))
                .isEqualTo(2);
    }
}
