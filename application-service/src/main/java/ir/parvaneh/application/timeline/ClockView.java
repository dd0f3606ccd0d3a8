package ir.parvaneh.application.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Whose time a file took, up to an instant. Only the main line is summed; a stretch that waited for tracks is charged to
 * their holders.
 *
 * @param late true while an open stage is past its due date
 */
record ClockView(
        Instant asOf,
        Map<String, Held> holders,
        List<Stretch> segments,
        List<Stretch> trackSegments,
        LocalDate promisedOn,
        boolean late) {

    /** How long a holder had it: full days of 24 hours, full days of that on working days, and the exact time. */
    record Held(long days, long workingDays, long millis) {}

    /** A stretch under one holder; an open one ends as of now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stretch(long opening, String stage, String track, String holder, Instant from, Instant to, Instant dueAt) {}
}
