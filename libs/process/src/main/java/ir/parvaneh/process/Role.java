package ir.parvaneh.process;

/**
 * A role an action may name.
 *
 * @param of the party it belongs to
 * @param assigned true when the file says which person holds it, and nobody else does
 */
public record Role(String name, Wording title, Holder of, boolean assigned) {}
