package ir.parvaneh.district.insight;

import java.time.Instant;

/** What the figures read of events; everything else in them is skipped. */
final class Told {
    private Told() {}

    record Registered(int districtNo) {}

    record Entered(long opening, String track, String stage, String holder, Instant enteredAt, Instant dueAt) {
        Stretch opened() {
            return new Stretch(opening, track, stage, holder, enteredAt, null, dueAt);
        }
    }

    record Left(long opening, Instant decidedAt) {}

    record Finished(String outcome) {}

    record Assigned(String officeId) {}

    record Visited(String place) {}
}
