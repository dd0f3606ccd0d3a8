package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.ProcessFile;
import java.util.List;
import java.util.Set;

/**
 * What a file knows of its papers; learned whenever that changes, shown by no action. Papers that evidence proves are
 * not among them.
 *
 * @param edition of the checklist
 * @param outstanding papers that must still be brought
 * @param unchecked papers whose scan nobody has looked at
 * @param requests how often missing papers were asked for
 * @param requestKnownAt number of the file's last event when it learned of the latest of these; 0 while there is none
 * @param held digests of the listed papers that count
 */
public record PapersStanding(
        String edition,
        List<String> outstanding,
        List<String> unchecked,
        int requests,
        long requestKnownAt,
        List<String> held)
        implements Evidence {

    /** Under which name a file keeps it. */
    public static final String KIND = "papers-standing";

    /**
     * Process and stage where it is asked: those with a guard about papers, and those from which a desk leads into a
     * stage whose desk needs them complete or checked.
     */
    static final Set<String> ASKED_IN = Set.of(
            "building-permit/submitted",
            "building-permit/scan-check",
            "building-permit/ownership-check",
            "building-permit/documents-deficient",
            "building-permit/status-control",
            "building-permit/amendment-scan-check",
            "building-permit/amendment-deficient",
            "completion-certificate/prerequisites",
            "completion-certificate/documents-deficient",
            "no-violation/papers-check",
            "no-violation/documents-deficient",
            "permit-extension/draft");

    /** Papers a file knows at most, so that nobody makes it grow by what he brings. */
    public static final int MOST_HELD = 60;

    public PapersStanding {
        outstanding = List.copyOf(outstanding);
        unchecked = List.copyOf(unchecked);
        held = List.copyOf(held);
    }

    /** What a file knows; of one that was told nothing. */
    public static PapersStanding unknown() {
        return new PapersStanding("", List.of(), List.of(), 0, 0, List.of());
    }

    /** Whether the standing is asked for where the file is. */
    public static boolean isAskedFor(ProcessFile file) {
        return file.main() != null && isAskedIn(file.process(), file.main().stage());
    }

    /** Whether it is asked for in that stage. */
    public static boolean isAskedIn(String process, String stage) {
        return ASKED_IN.contains(process + "/" + stage);
    }

    @JsonIgnore
    boolean isComplete() {
        return outstanding.isEmpty();
    }
}
