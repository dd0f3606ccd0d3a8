package ir.parvaneh.contracts;

import java.util.List;

/** A person of an office declared which plots and people he must not judge. */
public record ConflictsDeclared(String personId, List<String> renovationCodes, List<String> personIds, String by) {}
