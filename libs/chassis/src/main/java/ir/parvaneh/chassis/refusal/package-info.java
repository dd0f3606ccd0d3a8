/** A refusal is a value: what it is called and what a reader needs to understand it. */
package ir.parvaneh.chassis.refusal;
