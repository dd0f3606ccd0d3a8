package ir.parvaneh.contracts;

import java.time.Instant;
import java.util.List;

/** The system drew an inspector among those of the office without a conflict of interest. */
public record InspectorDrawn(long opening, String inspectorId, List<String> excluded, String seed, Instant at) {}
