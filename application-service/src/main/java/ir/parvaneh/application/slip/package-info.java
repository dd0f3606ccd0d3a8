/**
 * Payment slips, aggregates of their own: one for each assessment of a file. Drawn from the file's state, paid through
 * the payment port, kept right by a reconciliation, and told to the file by events.
 */
package ir.parvaneh.application.slip;
