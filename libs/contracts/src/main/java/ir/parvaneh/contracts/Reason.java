package ir.parvaneh.contracts;

/** Why somebody returned or refused: a code of the catalogue and a text without personal data. */
public record Reason(String code, String text) {}
