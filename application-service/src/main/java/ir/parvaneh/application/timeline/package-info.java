/** What happened to a file, and whose time it took. */
package ir.parvaneh.application.timeline;
