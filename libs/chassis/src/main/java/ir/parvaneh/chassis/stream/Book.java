package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Mark;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What reads events: pages, or rows of a projection. */
interface Book {

    String pageOf(Incoming event);

    /** Whether it may change what reads it. */
    boolean matters(Incoming event);

    /** Takes events in by the rule of numbers; what could not be taken in comes back. */
    Mono<List<Entry>> absorb(Map<String, List<Incoming>> byPage);

    /** How far each page has read each stream, by page id. */
    Mono<Map<String, Map<String, Mark>>> marks(List<String> pages);

    /** What was left of one page. */
    record Entry(String page, Fold.Left left) {}
}
