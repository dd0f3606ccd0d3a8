/** Visits of citizens to a district, and the files whose citizen was made to stand at both places. */
package ir.parvaneh.district.visits;
