/** The one clock of the city: terms, quiet hours and abandonment run on it; tokens, timeouts and relays do not. */
package ir.parvaneh.chassis.clock;
