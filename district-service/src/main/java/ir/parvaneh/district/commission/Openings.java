package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Outcome;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Opens dockets, one at a time on each application. Dockets of an application are numbered, and a number is taken only when
 * the docket before it has ended; its id follows from application and number, so whoever opens at the same instant meets
 * the other in one insert.
 */
final class Openings {
    private final Pages<Docket> dockets;
    private final DocketLists lists;

    Openings(Pages<Docket> dockets) {
        this.dockets = dockets;
        this.lists = new DocketLists(dockets);
    }

    /** Somebody who wants a docket opened. */
    interface Wish {
        /** The page is blank and its turn has come. */
        Verdict<Docket> open(Page<Docket> blank);

        /** A docket of the application is open already. */
        Verdict<Docket> taken(String docketId);

        /** Whether a docket that has ended is the very one that was wished for. */
        boolean isMetBy(Docket ended);
    }

    /** The docket that was opened, or what became of the wish. */
    Mono<Outcome<Docket>> open(String applicationId, Cause cause, Wish wish) {
        return lists.open(applicationId)
                .map(Docket::id)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> from(1, applicationId, cause, page -> decide(page, known, wish), wish));
    }

    private interface Decide {
        Verdict<Docket> on(Page<Docket> page);
    }

    private Mono<Outcome<Docket>> from(int number, String applicationId, Cause cause, Decide decide, Wish wish) {
        return dockets.change(DocketPages.idOf(applicationId, number), cause, decide::on)
                .flatMap(outcome -> isPassed(outcome, wish)
                        ? from(number + 1, applicationId, cause, decide, wish)
                        : Mono.just(outcome));
    }

    /** Dockets from before they were numbered are found by their application only. */
    private static Verdict<Docket> decide(Page<Docket> page, Optional<String> open, Wish wish) {
        if (page.body().exists()) {
            return page.body().process().hasEnded() ? Verdict.unchanged() : wish.taken(page.id());
        }
        return open.map(wish::taken).orElseGet(() -> wish.open(page));
    }

    private static boolean isPassed(Outcome<Docket> outcome, Wish wish) {
        return switch (outcome) {
            case Outcome.Refused<Docket> refused -> false;
            case Outcome.Done<Docket>(var saved) -> {
                Docket docket = saved.page().body();
                yield !saved.replayed() && docket.exists() && docket.process().hasEnded() && !wish.isMetBy(docket);
            }
        };
    }
}
