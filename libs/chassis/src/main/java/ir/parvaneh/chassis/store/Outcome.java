package ir.parvaneh.chassis.store;

import ir.parvaneh.chassis.refusal.Refusal;

/** A change was done, now or before under the same key, or it was refused and nothing was written. */
public sealed interface Outcome<P> {

    record Done<P>(Saved<P> saved) implements Outcome<P> {}

    record Refused<P>(Refusal refusal) implements Outcome<P> {}
}
