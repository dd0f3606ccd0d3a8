/** Enquiries of notaries and banks: guards, evidence and policy of one table. */
package ir.parvaneh.application.transfer;
