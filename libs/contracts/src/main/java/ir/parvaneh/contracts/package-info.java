/** What crosses a border between services: event records, topics and sources. No logic. */
package ir.parvaneh.contracts;
