/** Where a file stands, for anybody who has its code; no personal data. */
package ir.parvaneh.application.tracking;
