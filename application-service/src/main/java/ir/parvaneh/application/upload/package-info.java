/** How papers come in: part by part, to be continued after any interruption, and screened before they are taken. */
package ir.parvaneh.application.upload;
