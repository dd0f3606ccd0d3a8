/** Who people are: names and numbers, kept here and nowhere else, and every reading of them by a service written down. */
package ir.parvaneh.application.people;
