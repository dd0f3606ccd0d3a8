package ir.parvaneh.application.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Whose time a file took, up to an instant. Only the main line is summed; a stretch that waited for tracks is charged to
 * their holders.
 *
 * @param legalClocks terms of the law over several stages that have begun
 * @param late true while an open stage is past its due date
 */
record ClockView(
        Instant asOf,
        Map<String, Held> holders,
        List<Stretch> segments,
        List<Stretch> trackSegments,
        LocalDate promisedOn,
        List<Legal> legalClocks,
        boolean late) {

    /** How long a holder had it: full days of 24 hours, full days of that on working days, and the exact time. */
    record Held(long days, long workingDays, long millis) {}

    /**
     * A term of the law, such as the week from payment to issue.
     *
     * @param endedAt null while it runs
     * @param late it ended after its due instant, or runs past it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Legal(
            String name,
            Titles title,
            List<String> basis,
            Instant from,
            Instant dueAt,
            Instant endedAt,
            boolean late) {}

    /** A stretch under one holder; an open one ends as of now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stretch(long opening, String stage, String track, String holder, Instant from, Instant to, Instant dueAt) {}
}
