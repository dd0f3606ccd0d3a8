package ir.parvaneh.application.checklist;

import java.time.Instant;

/** A paper need not be brought; the reason by its code. */
record PaperWaived(String paper, String by, String role, String reason, Instant at) {}
