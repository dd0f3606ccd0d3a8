/** What the citizen does: files a draft, acts on his file, and lets others act for him. */
package ir.parvaneh.application.filing;
