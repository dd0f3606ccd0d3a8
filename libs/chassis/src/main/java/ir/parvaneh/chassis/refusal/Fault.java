package ir.parvaneh.chassis.refusal;

/**
 * One thing wrong with a request.
 *
 * @param pointer where, as a JSON Pointer ({@code /evidence/pages})
 * @param code what, for example {@code unknown-field}
 */
public record Fault(String pointer, String code) {}
