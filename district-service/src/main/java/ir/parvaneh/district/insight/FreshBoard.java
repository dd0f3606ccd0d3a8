package ir.parvaneh.district.insight;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** One sum over all rows serves everybody who asks at the time, and those of the next moment. An accident is not kept. */
final class FreshBoard {
    private final Mono<Board> board;

    FreshBoard(Mono<Board> sum, Duration keptFor) {
        this.board = sum.cache(whole -> keptFor, accident -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<Board> now() {
        return board;
    }
}
