/**
 * The building permit: its table's guards, its evidence with the schemas it is parsed against, its policy. The table
 * itself is {@code processes/building-permit.yaml}; what it means is judged by the process kernel.
 */
package ir.parvaneh.application.permit;
