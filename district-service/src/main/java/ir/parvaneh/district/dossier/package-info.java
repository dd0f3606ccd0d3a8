/** Dossiers: everything that was decided on a file and what was shown for it, in one answer. */
package ir.parvaneh.district.dossier;
