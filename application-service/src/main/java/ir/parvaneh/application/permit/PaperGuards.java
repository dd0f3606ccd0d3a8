package ir.parvaneh.application.permit;

import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import ir.parvaneh.application.permit.PermitEvidence.OwnershipProof;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.util.List;
import java.util.function.Predicate;

/** The conditions of papers. They see what the file knows; a file that knows nothing of its papers lacks them. */
public final class PaperGuards {

    static final String COMPLETE = "papers-complete";
    static final String CHECKED = "scans-checked";
    static final String ASKED_FOR = "papers-asked-for";
    static final String SHOWN = "papers-shown-are-held";

    /** The conditions for which a file has to know its papers. */
    public static final List<String> NAMES = List.of(COMPLETE, CHECKED, ASKED_FOR, SHOWN);

    private static final List<String> DEFICIENCIES = List.of(
            "report-deficiency",
            "return-for-documents",
            "report-amendment-deficiency",
            "return-amendment-for-documents");

    private PaperGuards() {}

    static List<Guard> all() {
        return List.of(
                onFile(
                        COMPLETE,
                        new Wording(
                                "همه مدارک فهرست آورده شده یا معاف است.",
                                "Every paper of the checklist is brought or waived."),
                        file -> knows(file, PapersStanding::isComplete)),
                onFile(
                        CHECKED,
                        new Wording(
                                "اسکن همه مدارک بازبینی شده است.", "The scan of every paper that is held was checked."),
                        file -> knows(file, papers -> papers.unchecked().isEmpty())),
                onFile(
                        ASKED_FOR,
                        new Wording(
                                "همه مدارک ناقص یک‌جا از متقاضی خواسته شده و هنوز مدرکی از آن کم است.",
                                "Everything that is missing was asked for, in one request that no deficiency has used yet, and something is still missing."),
                        PaperGuards::askedFor),
                onEvidence(
                        SHOWN,
                        new Wording(
                                "مدارکی که ارائه شده همان‌هایی است که در پرونده نگه‌داری می‌شود.",
                                "The papers that are shown are papers the file holds."),
                        OwnershipProof.class,
                        PaperGuards::holds),
                onFile(
                        "handed-back-for-access",
                        new Wording(
                                "پرونده برای فراهم نبودن دسترسی به مالک بازگردانده شده است.",
                                "The file was handed back because nobody could enter the plot."),
                        file -> file.numberOfAction("hand-back-without-access") > deficiency(file)));
    }

    private static boolean knows(ProcessFile file, Predicate<PapersStanding> holds) {
        return file.latest(PapersStanding.KIND, PapersStanding.class)
                .filter(holds)
                .isPresent();
    }

    /** A request is used by the deficiency that is reported after it; one that was answered meanwhile sends nobody home. */
    private static boolean askedFor(ProcessFile file) {
        return knows(
                file,
                papers -> papers.requests() > 0 && papers.requestKnownAt() > deficiency(file) && !papers.isComplete());
    }

    private static long deficiency(ProcessFile file) {
        return DEFICIENCIES.stream().mapToLong(file::numberOfAction).max().orElse(0);
    }

    private static boolean holds(ProcessFile file, OwnershipProof shown) {
        return knows(file, papers -> papers.held()
                .containsAll(shown.papers().stream().map(Paper::digest).toList()));
    }
}
