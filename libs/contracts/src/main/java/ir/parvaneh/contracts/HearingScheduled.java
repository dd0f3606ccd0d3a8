package ir.parvaneh.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A hearing was set. @param seats person ids by seat: judge, council, interior, municipal */
public record HearingScheduled(LocalDate heldOn, Map<String, String> seats, String by, Instant at) {
    public HearingScheduled {
        seats = seats == null ? Map.of() : Map.copyOf(seats);
    }
}
