package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a service keeps desks in its pages.
 *
 * @param read the desk in a page's body
 * @param write the body with another desk
 * @param desks names of the desks a task lies on ({@code office:o-17}, {@code district:6}, {@code agency:fire},
 *     {@code person:p-3}); none while its place is not known. The first may change (then call {@link Desk#touched});
 *     a further one stays as long as the task
 * @param hindrance what else of the page stands in the way of an action
 */
public record DeskLens<P>(
        Function<P, Desk> read,
        BiFunction<P, Desk, P> write,
        BiFunction<Page<P>, Task, List<String>> desks,
        Hindrance<P> hindrance) {

    /** A rule of the service's own, asked after those of every desk. */
    @FunctionalInterface
    public interface Hindrance<P> {
        /** @param now city time */
        Optional<Refusal> of(Page<P> page, long opening, String action, Instant now);
    }

    public DeskLens(
            Function<P, Desk> read, BiFunction<P, Desk, P> write, BiFunction<Page<P>, Task, List<String>> desks) {
        this(read, write, desks, (page, opening, action, now) -> Optional.empty());
    }
}
