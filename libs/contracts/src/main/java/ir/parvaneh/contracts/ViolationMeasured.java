package ir.parvaneh.contracts;

import java.time.Instant;
import java.util.List;

/** The district's expert said how much was built beside the permit, for which use and when; it replaces what was said. */
public record ViolationMeasured(List<Violation> items, String by, Instant at) {
    public ViolationMeasured {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
