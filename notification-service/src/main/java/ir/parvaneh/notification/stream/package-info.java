/** What happens to one file, as it happens. */
package ir.parvaneh.notification.stream;
