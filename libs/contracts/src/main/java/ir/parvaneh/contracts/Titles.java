package ir.parvaneh.contracts;

/** A short text in Persian and English. */
public record Titles(String fa, String en) {}
