package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import ir.parvaneh.dev.store.Filter.Comparison;
import ir.parvaneh.dev.store.Filter.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Chooses the index a query goes by. A query that binds all of a unique key goes by it, whatever else it asks. */
final class Planner {

    private static final int MOST_INTERVALS = 1000;
    private static final int UNIQUE = 1000;
    private static final int EQUALITY = 10;
    private static final int ORDER = 6;
    private static final int RANGE = 4;

    private final Filter filter;
    private final Document orderBy;
    private final boolean limited;

    private Planner(Filter filter, Document orderBy, boolean limited) {
        this.filter = filter;
        this.orderBy = orderBy == null ? new Document() : orderBy;
        this.limited = limited;
    }

    /** The best plan; without a fitting index, everything in {@code primary}. */
    static Plan choose(Filter filter, Document orderBy, boolean limited, RowIndex primary, List<RowIndex> others) {
        Planner planner = new Planner(filter, orderBy, limited);
        Plan best = planner.plan(primary);
        for (RowIndex other : others) {
            Plan plan = planner.plan(other);
            if (planner.usable(other) && plan.score() > best.score()) {
                best = plan;
            }
        }
        return best;
    }

    /** A sparse index knows nothing of documents without its fields: the query must rule these out. */
    private boolean usable(RowIndex index) {
        return !index.spec.sparse()
                || index.spec.fields().stream()
                        .anyMatch(field -> filter.on(field.name()).stream().anyMatch(Condition::provesPresence));
    }

    private Plan plan(RowIndex index) {
        List<IndexSpec.Field> fields = index.spec.fields();
        List<byte[]> prefixes = List.of(new byte[0]);
        int used = 0;
        int bound = 0;
        while (bound < fields.size()) {
            List<byte[]> longer = bind(prefixes, fields.get(bound));
            if (longer == null) {
                break;
            }
            prefixes = longer;
            bound++;
            used++;
        }
        List<Interval> intervals = prefixes.stream().map(Interval::under).toList();
        return cut(index, intervals, bound, used);
    }

    /** The prefixes with one more field bound by equality, or null when the query does not bind it. */
    private List<byte[]> bind(List<byte[]> prefixes, IndexSpec.Field field) {
        Condition equal = filter.first(field.name(), Comparison.EQUAL);
        Condition oneOf = filter.first(field.name(), Comparison.ONE_OF);
        if (equal != null) {
            return extend(prefixes, List.of(keyOf(equal.operand(), field)));
        }
        if (oneOf == null || ((Collection<?>) oneOf.operand()).size() * prefixes.size() > MOST_INTERVALS) {
            return null;
        }
        TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        ((Collection<?>) oneOf.operand()).forEach(value -> keys.add(keyOf(value, field)));
        return extend(prefixes, keys);
    }

    private static byte[] keyOf(Object value, IndexSpec.Field field) {
        return new KeyWriter().add(value, field.ascending()).toBytes();
    }

    private static List<byte[]> extend(List<byte[]> prefixes, Collection<byte[]> keys) {
        List<byte[]> longer = new ArrayList<>(prefixes.size() * keys.size());
        prefixes.forEach(prefix -> keys.forEach(key -> longer.add(Interval.join(prefix, key))));
        return longer;
    }

    private Plan cut(RowIndex index, List<Interval> intervals, int bound, int used) {
        List<Condition> ranges = rangesBehind(index, bound);
        List<Interval> cut = intervals;
        for (Condition range : ranges) {
            boolean ascending = index.spec.fields().get(bound).ascending();
            cut = cut.stream().map(interval -> interval.cut(range, ascending)).toList();
        }
        List<Interval> placed = new Placement(index, bound, filter).apply(cut);
        IndexOrder order = IndexOrder.of(index, bound, filter, orderBy);
        boolean exact = filter.complete() && used + ranges.size() == filter.size() && !index.holdsLists();
        boolean narrowed = !ranges.isEmpty() || placed != cut;
        return new Plan(index, placed, order.backwards(), order.fits(), exact, score(index, bound, narrowed, order));
    }

    /** With lists in the index two bounds may be met by two elements: only one of them may narrow it. */
    private List<Condition> rangesBehind(RowIndex index, int bound) {
        if (bound == index.spec.fields().size()) {
            return List.of();
        }
        List<Condition> ranges = filter.on(index.spec.fields().get(bound).name()).stream()
                .filter(Condition::isRange)
                .toList();
        return index.holdsLists() && ranges.size() > 1 ? ranges.subList(0, 1) : ranges;
    }

    private int score(RowIndex index, int bound, boolean narrowed, IndexOrder order) {
        boolean whole = index.spec.unique() && bound == index.spec.fields().size();
        int sortedPage = order.fits() && !orderBy.isEmpty() && limited ? ORDER : 0;
        return (whole ? UNIQUE : 0) + bound * EQUALITY + (narrowed ? RANGE : 0) + sortedPage;
    }
}
