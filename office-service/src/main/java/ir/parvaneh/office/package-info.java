/** Electronic service offices: their people and desks, site visits, engineers. */
package ir.parvaneh.office;
