/** Which papers a file needs, which of them are held, waived or missing, and asking for what is missing once. */
package ir.parvaneh.application.checklist;
