/** The file itself: what is kept of it, who may see it, how it is judged and how it is shown. */
package ir.parvaneh.application.file;
