package ir.parvaneh.contracts;

import java.util.List;

/** Somebody works at an office in these roles. */
public record OfficePersonAdded(String personId, List<String> roles, String by) {}
