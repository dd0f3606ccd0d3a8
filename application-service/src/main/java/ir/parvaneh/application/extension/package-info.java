/** Extension of a permit before it expires, and renewal after: guards, evidence and policy of one table. */
package ir.parvaneh.application.extension;
