package ir.parvaneh.application.permit;

import ir.parvaneh.process.Action;
import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Judge;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Papers in stories without a checklist: what the file learns of them before somebody acts whose action asks for it. */
public final class KnownPapers {

    /** The papers of the first example of an ownership proof. */
    private static final List<String> HELD = List.of(
            "329a3f358ab0019c2071f9b401b5bf8c9a424728d8929dff6db3bc148d1a5673",
            "df75f3ea1d63370ba642bde84f53668817f063ac887beb86b8593d78cf5642b9");

    private KnownPapers() {}

    /** The file learns what this action asks of its papers; empty when it asks nothing. */
    public static Optional<Accepted> learned(ProcessTable table, ProcessFile file, Action action, Instant now) {
        if (action.provided().contains(PaperGuards.ASKED_FOR)) {
            return Optional.of(learned(table, file, asked(file), now));
        }
        return action.provided().stream().anyMatch(PaperGuards.NAMES::contains)
                ? Optional.of(learned(table, file, complete(file), now))
                : Optional.empty();
    }

    public static Accepted learned(ProcessTable table, ProcessFile file, PapersStanding standing, Instant now) {
        return (Accepted) Judge.learn(table, file, PapersStanding.KIND, standing, now);
    }

    /** Everything is there and looked at. */
    public static PapersStanding complete(ProcessFile file) {
        PapersStanding known = known(file);
        return new PapersStanding("1404-2", List.of(), List.of(), known.requests(), known.requestKnownAt(), HELD);
    }

    /** The deed is missing, and was asked for just now. */
    public static PapersStanding asked(ProcessFile file) {
        return new PapersStanding(
                "1404-2", List.of("deed"), List.of(), known(file).requests() + 1, file.number(), List.of());
    }

    private static PapersStanding known(ProcessFile file) {
        return file.latest(PapersStanding.KIND, PapersStanding.class).orElseGet(PapersStanding::unknown);
    }
}
