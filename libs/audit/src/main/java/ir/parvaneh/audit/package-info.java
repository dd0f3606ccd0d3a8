/**
 * Shows that nothing in a history was changed, deleted or put elsewhere: every chain recomputed, a signed root over all of
 * them once a day, and a proof for one of them.
 */
package ir.parvaneh.audit;
