package ir.parvaneh.district.delegation;

import java.time.Instant;

/** A delegation was ended before its time. */
record DelegationRevoked(String by, Instant at) {}
