package ir.parvaneh.district.visits;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.DoubleVisitRecorded;
import ir.parvaneh.district.insight.InsightRows;
import ir.parvaneh.district.page.DistrictPage;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Tells of each file once that its citizen was made to stand at the office and at the district. The figures read both
 * services' visits already; pages need not follow the office for that.
 */
public final class StoodTwice {
    private static final int SWEEP = 200;

    private final InsightRows rows;
    private final Pages<DistrictPage> pages;
    private final CityClock clock;

    public StoodTwice(InsightRows rows, Pages<DistrictPage> pages, CityClock clock) {
        this.rows = rows;
        this.pages = pages;
        this.clock = clock;
    }

    /** Completes with the number of files looked at. */
    public Mono<Long> sweep() {
        return rows.stoodTwiceUntold(SWEEP)
                .concatMap(id -> pages.change(id, Cause.clock(), page -> told(page, clock.now())))
                .count();
    }

    static Verdict<DistrictPage> told(Page<DistrictPage> page, Instant now) {
        return page.body().stoodTwice()
                ? Verdict.unchanged()
                : Verdict.changed(
                        page.body().standingTwice(),
                        new NewEvent("double-visit-recorded", new DoubleVisitRecorded(now)));
    }
}
