package ir.parvaneh.contracts;

import java.time.Instant;

/** An office was suspended, is closing, or is active again. */
public record OfficeStatusChanged(String status, String by, Instant at) {}
