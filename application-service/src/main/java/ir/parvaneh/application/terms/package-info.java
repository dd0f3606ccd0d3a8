/** Terms that run out: the clock is an actor and speaks through the same judge. */
package ir.parvaneh.application.terms;
