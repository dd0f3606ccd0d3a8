package ir.parvaneh.application.checklist;

import java.time.Instant;
import java.util.List;

/** Everything that is missing was asked for; a second time only for a reason, by its code. */
record DeficiencyRequested(int number, List<String> papers, String by, String because, Instant at) {}
