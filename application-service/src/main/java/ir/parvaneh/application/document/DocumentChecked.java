package ir.parvaneh.application.document;

import java.time.Instant;
import java.util.List;

/** Somebody at the office looked at the scan; reasons by their codes. */
record DocumentChecked(
        String applicationId, int version, HeldPaper.Quality quality, String by, List<String> reasons, Instant at) {}
