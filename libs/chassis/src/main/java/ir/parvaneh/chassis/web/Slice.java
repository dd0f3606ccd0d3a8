package ir.parvaneh.chassis.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor opaque; null on the last page
 */
public record Slice<T>(List<T> items, String nextCursor) {
    /** Page size when none is asked for. */
    public static final int USUAL = 20;

    public static final int LARGEST = 100;

    public Slice {
        items = List.copyOf(items);
    }

    /** Makes a page of what a query with {@code limit + 1} found. */
    public static <R, T> Slice<T> of(List<R> found, int limit, Function<R, T> item, Function<R, String> cursor) {
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? cursor.apply(shown.getLast()) : null;
        return new Slice<>(shown.stream().map(item).toList(), next);
    }

    /** The asked page size, 20 when null; {@code limit-out-of-range} beyond 1 to 100. */
    public static int limit(Integer asked) {
        if (asked != null && (asked < 1 || asked > LARGEST)) {
            throw Refused.at("limit-out-of-range", "limit");
        }
        return asked == null ? USUAL : asked;
    }
}
