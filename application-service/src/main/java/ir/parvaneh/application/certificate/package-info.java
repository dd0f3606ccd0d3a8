/** The papers of a file: issued when the file says so, printed on demand, verified by anybody. */
package ir.parvaneh.application.certificate;
