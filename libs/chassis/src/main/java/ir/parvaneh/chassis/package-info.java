/** What every service stands on; it knows no permit. */
package ir.parvaneh.chassis;
