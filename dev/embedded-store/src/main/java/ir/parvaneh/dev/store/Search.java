package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Finds documents in a table. A page in index order is read under the table's lock and stops when it is full; anything
 * longer notes the rows under the lock and looks at them afterwards, so that it holds up nobody.
 */
final class Search {

    /** A version of a document that was found; read and decoded only when somebody looks into it. */
    static final class Hit {

        private final Row row;
        private final Stored stored;
        private Document document;

        Hit(Row row) {
            this.row = row;
            this.stored = row.stored();
        }

        Row row() {
            return row;
        }

        byte[] bson() {
            return stored.bson(row.idKey);
        }

        Document document() {
            if (document == null) {
                document = Row.decode(bson());
            }
            return document;
        }
    }

    private final Table table;
    private final StoreCounters counters;
    private final QueryMatcher matcher = new DefaultQueryMatcher();

    Search(Table table, StoreCounters counters) {
        this.table = table;
        this.counters = counters;
    }

    /** @param limit 0 or less for all */
    List<Hit> find(Document query, Document orderBy, int skip, int limit) {
        Filter filter = Filter.of(query);
        List<Hit> hits;
        Plan plan;
        table.lock.readLock().lock();
        try {
            plan = Planner.choose(filter, orderBy, limit > 0, table.primary(), table.indexes());
            hits = plan.sorted() && limit > 0 ? page(plan, query, skip + limit) : all(plan);
        } finally {
            table.lock.readLock().unlock();
        }
        return finish(plan, hits, query, orderBy, skip, limit);
    }

    private List<Hit> page(Plan plan, Document query, int wanted) {
        List<Hit> hits = new ArrayList<>();
        int visited = 0;
        for (Iterator<Row> rows = plan.rows(); hits.size() < wanted && rows.hasNext(); visited++) {
            Hit hit = new Hit(rows.next());
            if (plan.exact() || matcher.matches(hit.document(), query)) {
                hits.add(hit);
            }
        }
        counters.documentsVisited.add(visited);
        return hits;
    }

    private List<Hit> all(Plan plan) {
        List<Hit> hits = new ArrayList<>();
        plan.rows().forEachRemaining(row -> hits.add(new Hit(row)));
        counters.documentsVisited.add(hits.size());
        return hits;
    }

    private List<Hit> finish(Plan plan, List<Hit> hits, Document query, Document orderBy, int skip, int limit) {
        if (!(plan.sorted() && limit > 0) && !plan.exact()) {
            hits.removeIf(hit -> !matcher.matches(Row.decode(hit.bson()), query));
        }
        if (!plan.sorted()) {
            DocumentComparator comparator = new DocumentComparator(orderBy);
            hits.sort((a, b) -> comparator.compare(a.document(), b.document()));
        }
        int from = Math.min(Math.max(0, skip), hits.size());
        int to = limit > 0 ? Math.min(hits.size(), from + limit) : hits.size();
        return hits.subList(from, to);
    }
}
