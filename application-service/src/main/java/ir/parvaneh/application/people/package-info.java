/**
 * Who people are: names and numbers, sealed under a key of each person's own, kept here and nowhere else. Every reading of
 * them stands in the person's own chain.
 */
package ir.parvaneh.application.people;
