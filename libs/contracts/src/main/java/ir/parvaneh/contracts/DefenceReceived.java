package ir.parvaneh.contracts;

import java.time.Instant;
import java.util.List;

/** The owner explained himself in writing. @param late the ten days were over; it is before the bench, noted as late */
public record DefenceReceived(boolean late, List<String> digests, Instant at) {
    public DefenceReceived {
        digests = digests == null ? List.of() : List.copyOf(digests);
    }
}
