/** Aggregates: one document, one version, one stream of events numbered 1..n, saved by compare-and-set. */
package ir.parvaneh.chassis.store;
