/** The office's page of a file: its tasks, its visit, and what follows from what the file says. */
package ir.parvaneh.office.page;
