package ir.parvaneh.application.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.Reason;
import java.time.Instant;
import java.util.List;

/**
 * One event of a file as a reader sees it; it names nobody. Members that do not belong to its type are absent.
 *
 * @param number its place in the file's stream
 * @param at when it counts in the city's time
 * @param action what was done, with its title
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Moment(
        long number,
        String type,
        Instant at,
        Long opening,
        String track,
        String stage,
        Titles title,
        String holder,
        String action,
        Titles actionTitle,
        List<Reason> reasons,
        Instant dueAt,
        String code,
        Titles sentence,
        String outcome) {}
