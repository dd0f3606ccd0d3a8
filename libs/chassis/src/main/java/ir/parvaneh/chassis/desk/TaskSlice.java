package ir.parvaneh.chassis.desk;

import java.util.List;

/**
 * A page of tasks.
 *
 * @param nextCursor the rest of this list; null when there is none
 * @param nextSince for {@code changedSince} of the next poll, by real time; null in lists. A row may come again: compare its ETag
 */
public record TaskSlice(List<TaskLine> items, String nextCursor, String nextSince) {}
