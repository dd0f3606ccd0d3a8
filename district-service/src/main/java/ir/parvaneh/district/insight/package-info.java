/** The city's figures: one row for each application, sums computed from rows, and the same from histories. */
package ir.parvaneh.district.insight;
