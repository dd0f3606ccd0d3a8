/** Keys that lie in files. */
package ir.parvaneh.chassis.keys;
