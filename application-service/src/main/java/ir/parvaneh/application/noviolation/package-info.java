/** The no-violation certificate: guards and evidence of one table. */
package ir.parvaneh.application.noviolation;
