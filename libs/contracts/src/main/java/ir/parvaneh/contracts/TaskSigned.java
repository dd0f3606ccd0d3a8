package ir.parvaneh.contracts;

/** One signature of several was given on a task; the file has not moved yet. */
public record TaskSigned(long opening, String action, Signature signature) {}
