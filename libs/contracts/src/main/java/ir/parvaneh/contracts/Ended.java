package ir.parvaneh.contracts;

import java.time.Instant;

/** The file reached an end: permit-issued, rejected-finally, withdrawn or abandoned. */
public record Ended(String outcome, Instant at) {}
