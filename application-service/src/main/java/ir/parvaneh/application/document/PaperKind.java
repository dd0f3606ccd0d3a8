package ir.parvaneh.application.document;

import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A kind of paper, from {@code policies/papers.yaml}.
 *
 * @param name as papers are called in evidence
 * @param code as in the districts' lists [S33, S67, S21, S37, S20, S68]
 * @param types media types it may have; empty for all that are taken
 * @param largestMib most MiB of one file
 * @param validMonths how long it counts after it was filed; null for ever
 * @param proof kind of evidence that proves it instead of a paper, or null
 */
public record PaperKind(
        String name,
        String code,
        Titles title,
        Reach reach,
        List<String> types,
        Integer largestMib,
        Integer validMonths,
        String proof,
        String mark) {

    private static final int USUAL_MIB = 50;

    public PaperKind {
        types = types == null ? List.of() : List.copyOf(types);
        largestMib = largestMib == null ? USUAL_MIB : largestMib;
    }

    /** How far a paper counts: for one request, for its plot, or for its owner whatever the plot. */
    public enum Reach {
        FILE,
        PLOT,
        PERSON
    }

    public long largestBytes() {
        return largestMib * 1024L * 1024L;
    }

    /** Until when a paper counts that was filed then; null for ever. */
    Instant validUntil(Instant filedAt) {
        return validMonths == null
                ? null
                : filedAt.atOffset(ZoneOffset.UTC).plusMonths(validMonths).toInstant();
    }
}
