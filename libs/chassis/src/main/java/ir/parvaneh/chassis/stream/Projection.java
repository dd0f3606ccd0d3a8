package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Row;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Rows that follow events without being pages: found in bulk, written in bulk, with their marks. See {@link Streams}. */
public final class Projection {
    private final Intake intake;
    private final LongAdder ignored;

    /**
     * What a projection is.
     *
     * @param sources whose events it reads
     */
    public record Definition(String collection, List<Index> indexes, Set<String> sources, Change change) {}

    /** What an event does to a row. */
    public interface Change {

        /** The row that reads this event's aggregate; must follow from source and aggregate alone. */
        default String rowOf(Incoming event) {
            return event.aggregate();
        }

        /**
         * Pure; may run more than once.
         *
         * @param row its fields as they stand, null when there is none yet
         */
        Result apply(Document row, Incoming event);
    }

    /**
     * What comes of an event.
     *
     * @param row all fields of the row; null leaves it as it is
     * @param effects other rows, under ids derived from the event; written before the mark moves
     */
    public record Result(Document row, List<Row> effects) {
        public static Result row(Document row) {
            return new Result(row, List.of());
        }

        public static Result ignored() {
            return new Result(null, List.of());
        }
    }

    Projection(Intake intake, LongAdder ignored) {
        this.intake = intake;
        this.ignored = ignored;
    }

    /** Takes a poll in; completes when every event of it is taken in, dropped or parked. */
    public Mono<Void> accept(List<Incoming> batch) {
        return intake.accept(batch);
    }

    public long ignored() {
        return ignored.sum();
    }
}
