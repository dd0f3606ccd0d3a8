/** Messages in a person's inbox, made from events and written in the reader's language. */
package ir.parvaneh.notification.message;
