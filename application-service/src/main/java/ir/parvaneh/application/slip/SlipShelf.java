package ir.parvaneh.application.slip;

import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds slips. */
final class SlipShelf {

    private static final int OF_ONE_FILE = 200;
    static final int AT_ONCE = 500;

    private final Pages<Slip> slips;

    SlipShelf(Pages<Slip> slips) {
        this.slips = slips;
    }

    /** The slips of a file's levies, in the order of their assessments. */
    Mono<List<Slip>> of(String applicationId) {
        return listed(applicationId, slip -> !slip.isOfDocket());
    }

    /** The slips of fines that dockets about a file demanded. */
    Mono<List<Slip>> finesOn(String applicationId) {
        return listed(applicationId, Slip::isOfDocket);
    }

    private Mono<List<Slip>> listed(String applicationId, Predicate<Slip> wanted) {
        return slips.query(new Document(SlipPages.APPLICATION, applicationId), new Document(), OF_ONE_FILE)
                .map(Page::body)
                .filter(Slip::exists)
                .filter(wanted)
                .sort(Comparator.comparingLong(Slip::assessment))
                .collectList();
    }

    /** Slips with an attempt that waits for the provider's word since that real time or later, and before another. */
    Flux<Slip> awaiting(long fromMillis, long beforeMillis) {
        Document between = new Document("$gte", fromMillis).append("$lt", beforeMillis);
        Document waits = new Document(SlipPages.AWAITS_SINCE, between);
        return slips.query(waits, new Document(SlipPages.AWAITS_SINCE, 1), AT_ONCE)
                .map(Page::body);
    }

    /** Slips that are not issued yet. */
    Flux<Slip> withoutBill() {
        Document waits = new Document(SlipPages.TO_ISSUE, new Document("$gt", ""));
        return slips.query(waits, new Document(SlipPages.TO_ISSUE, 1), AT_ONCE).map(Page::body);
    }

    /** Slips by which money was ordered back that no payment knows of yet. */
    Flux<Slip> toPlace() {
        Document waits = new Document(SlipPages.TO_PLACE, new Document("$gt", ""));
        return slips.query(waits, new Document(SlipPages.TO_PLACE, 1), AT_ONCE).map(Page::body);
    }

    /** Every slip there is, batch after batch. */
    Flux<Slip> all() {
        return batch("")
                .expand(last -> last.size() < AT_ONCE
                        ? Mono.empty()
                        : batch(last.getLast().id()))
                .flatMapIterable(batch -> batch)
                .filter(Slip::exists);
    }

    private Mono<List<Slip>> batch(String after) {
        Document behind = new Document("_id", new Document("$gt", after));
        return slips.query(behind, new Document("_id", 1), AT_ONCE)
                .map(Page::body)
                .collectList();
    }

    Mono<Page<Slip>> find(String id) {
        return slips.find(id).filter(page -> page.body().exists());
    }
}
