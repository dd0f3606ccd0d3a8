/** Events between services: out by the relay, in by number, nothing lost, nothing twice, order kept per aggregate. */
package ir.parvaneh.chassis.stream;
