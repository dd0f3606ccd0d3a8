package ir.parvaneh.dev.payments;

/** How a payment is called back. */
enum Manner {
    /** Once, at once. */
    PLAIN,
    /** Not at all. */
    LOST,
    /** The very same message twice, and once more under a nonce of its own. */
    DOUBLED,
    /** After a while, still signed at the time of the payment. */
    LATE,
    /** Only by somebody who does not know the secret. */
    FORGED
}
