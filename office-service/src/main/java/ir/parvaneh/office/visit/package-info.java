/** The date of a site visit and the draw of its inspector. */
package ir.parvaneh.office.visit;
