/**
 * The one clock of the city: terms, quiet hours and abandonment run on it; tokens, timeouts, relays and {@link
 * ir.parvaneh.chassis.clock.Rounds rounds} do not.
 */
package ir.parvaneh.chassis.clock;
