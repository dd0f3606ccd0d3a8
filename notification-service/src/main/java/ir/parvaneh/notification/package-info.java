/** Tells people what happened to their files. */
package ir.parvaneh.notification;
