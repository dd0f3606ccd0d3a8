package ir.parvaneh.district.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The recount under way, one at a time. A full city takes longer to recount than a caller waits: he is told to ask again,
 * and gets what was counted meanwhile. A result is given once; the next question is counted anew.
 */
final class Recounts {
    private static final Duration KEPT = Duration.ofHours(1);

    private final Function<Instant, Mono<Board>> count;
    private final Duration patience;
    private Counting current;

    /** @param patience how long one question waits */
    Recounts(Function<Instant, Mono<Board>> count, Duration patience) {
        this.count = count;
        this.patience = patience;
    }

    /** @param asked null for the instant at which the counting begins */
    private record Counting(Instant asked, Instant begun, Sinks.One<Board> board) {
        boolean isDone() {
            return Boolean.TRUE.equals(board.scan(Scannable.Attr.TERMINATED));
        }

        boolean isFor(Instant other) {
            return Objects.equals(asked, other)
                    && !(isDone() && begun.isBefore(Instant.now().minus(KEPT)));
        }
    }

    /** The board of that instant; empty while it, or one for somebody else, is still being counted. */
    Mono<Board> of(Instant asked) {
        return Mono.defer(() -> counted(asked)).timeout(patience, Mono.empty());
    }

    private synchronized Mono<Board> counted(Instant asked) {
        if (current == null || current.isDone() && !current.isFor(asked)) {
            Sinks.One<Board> board = Sinks.one();
            current = new Counting(asked, Instant.now(), board);
            count.apply(asked).subscribe(board::tryEmitValue, board::tryEmitError);
        }
        Counting counting = current;
        return counting.isFor(asked) ? counting.board().asMono().doOnTerminate(() -> given(counting)) : Mono.empty();
    }

    private synchronized void given(Counting counting) {
        if (current == counting) {
            current = null;
        }
    }
}
