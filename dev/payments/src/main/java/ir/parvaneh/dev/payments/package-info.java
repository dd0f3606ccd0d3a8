/** A payment provider for development: takes orders, lets people pay, and calls back as badly as it is told to. */
package ir.parvaneh.dev.payments;
