package ir.parvaneh.dev.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a query is answered: the stretches of one index that hold all matches, in which direction, whether they come in
 * the order asked for, and whether everything in them matches.
 */
record Plan(RowIndex index, List<Interval> intervals, boolean backwards, boolean sorted, boolean exact, int score) {

    /** The rows in the order of the index; a row comes once even if it stands under several keys. */
    Iterator<Row> rows() {
        Iterator<Row> rows = intervals.size() > 1 && sorted ? new Merge(this) : oneAfterTheOther();
        return index.holdsLists() ? distinct(rows) : rows;
    }

    private Iterator<Row> oneAfterTheOther() {
        if (intervals.size() == 1) {
            return entries(intervals.getFirst()).values().iterator();
        }
        return intervals.stream()
                .flatMap(each -> entries(each).values().stream())
                .iterator();
    }

    private NavigableMap<byte[], Row> entries(Interval interval) {
        NavigableMap<byte[], Row> entries = index.between(interval.from(), interval.to());
        return backwards ? entries.descendingMap() : entries;
    }

    private static Iterator<Row> distinct(Iterator<Row> rows) {
        Set<Row> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.iterate(rows, Iterator::hasNext, same -> same)
                .map(Iterator::next)
                .filter(seen::add)
                .iterator();
    }

    /** Several stretches, each sorted behind its own prefix, taken as one sorted run. */
    private static final class Merge implements Iterator<Row> {

        private final PriorityQueue<Head> heads;

        Merge(Plan plan) {
            heads = new PriorityQueue<>((a, b) -> plan.backwards() ? b.compare(a) : a.compare(b));
            for (Interval interval : plan.intervals()) {
                Head.advance(plan.entries(interval).entrySet().iterator(), interval.prefix(), heads);
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Row next() {
            Head head = heads.remove();
            Head.advance(head.rest(), head.prefix(), heads);
            return head.entry().getValue();
        }
    }

    private record Head(Map.Entry<byte[], Row> entry, Iterator<Map.Entry<byte[], Row>> rest, int prefix) {

        static void advance(Iterator<Map.Entry<byte[], Row>> rest, int prefix, PriorityQueue<Head> heads) {
            if (rest.hasNext()) {
                heads.add(new Head(rest.next(), rest, prefix));
            }
        }

        int compare(Head other) {
            byte[] mine = entry.getKey();
            byte[] theirs = other.entry.getKey();
            return Arrays.compareUnsigned(mine, prefix, mine.length, theirs, other.prefix, theirs.length);
        }
    }
}
