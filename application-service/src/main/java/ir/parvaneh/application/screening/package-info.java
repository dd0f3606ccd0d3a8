/** What is looked at before a file is taken for a paper: its name, what it really is, what it would do, who made it ill. */
package ir.parvaneh.application.screening;
