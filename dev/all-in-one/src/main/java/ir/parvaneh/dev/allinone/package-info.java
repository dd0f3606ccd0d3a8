/** The whole city in one JVM: store, broker, issuer, the four services and the gateway, for development and tests. */
package ir.parvaneh.dev.allinone;
