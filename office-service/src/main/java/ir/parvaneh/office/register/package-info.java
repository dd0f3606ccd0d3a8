/** The register of offices, and which of them a file goes to. */
package ir.parvaneh.office.register;
