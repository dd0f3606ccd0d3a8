/** What the file does with the events of desks: they ask, and the file alone judges. */
package ir.parvaneh.application.desks;
