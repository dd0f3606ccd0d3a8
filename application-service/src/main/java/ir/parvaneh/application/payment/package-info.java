/**
 * How money moves: the port to a payment provider, its sandbox over HTTP, and the check of callbacks. A callback is
 * only a hint; what counts is the provider's answer when it is asked.
 */
package ir.parvaneh.application.payment;
