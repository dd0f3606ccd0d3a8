/** The engineers whom owners appoint and the engineering organisation refers. */
package ir.parvaneh.office.engineer;
