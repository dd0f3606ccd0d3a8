package ir.parvaneh.application.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of files.
 *
 * @param nextCursor the rest of this list; null when there is none
 * @param nextSince for {@code changedSince} of the next poll; null in lists. A file may come again: compare its version
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FileSlice(List<FileLine> items, String nextCursor, String nextSince) {}
