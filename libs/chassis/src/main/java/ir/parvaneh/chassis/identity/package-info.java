/** Who calls, by signed tokens; and calls from service to service. */
package ir.parvaneh.chassis.identity;
