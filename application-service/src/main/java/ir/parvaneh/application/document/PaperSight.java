package ir.parvaneh.application.document;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import java.util.Optional;

/**
 * Who reads the papers of a file and who files them: owner, attorney and co-owner, and the office's clerks, do both; the
 * head of the office judges scans besides; the rest of the office, the district and the auditor read. Who sees the file for another reason (an agency, an engineer)
 * sees no papers.
 */
public final class PaperSight {

    private static final String CLERK = "office-clerk";
    private static final String OFFICE_HEAD = "office-head";

    private PaperSight() {}

    /** Why he may not read: {@code not-found} when the file is foreign to him, else {@code forbidden}. */
    public static Optional<Refusal> refusedToRead(Caller caller, ApplicationFile file) {
        return Sight.refused(caller, file, mayRead(caller, file));
    }

    /** Why he may not file papers. */
    public static Optional<Refusal> refusedToFile(Caller caller, ApplicationFile file) {
        return Sight.refused(caller, file, Sight.actsForOwner(caller, file) || isClerk(caller, file));
    }

    /** Why he may not judge scans. */
    static Optional<Refusal> refusedToCheck(Caller caller, ApplicationFile file) {
        return Sight.refused(caller, file, checks(caller, file));
    }

    /** The office's clerks judge scans, and its head: a clerk who is the only one cannot judge what he filed himself. */
    static boolean checks(Caller caller, ApplicationFile file) {
        return isClerk(caller, file) || isOfOffice(caller, file, OFFICE_HEAD);
    }

    /** Whether he judges scans of some office's files. */
    static boolean checksSomewhere(Caller caller) {
        return caller.officeId() != null && (caller.hasRole(CLERK) || caller.hasRole(OFFICE_HEAD));
    }

    /** A clerk of the office that has the file. */
    public static boolean isClerk(Caller caller, ApplicationFile file) {
        return isOfOffice(caller, file, CLERK);
    }

    private static boolean isOfOffice(Caller caller, ApplicationFile file, String role) {
        return file.exists()
                && caller.hasRole(role)
                && caller.officeId() != null
                && caller.officeId().equals(file.officeId());
    }

    /** Somebody of the plot's district with that role. */
    public static boolean isOfDistrict(Caller caller, ApplicationFile file, String role) {
        return file.exists()
                && caller.hasRole(role)
                && caller.districtNo() != null
                && caller.districtNo() == file.facts().districtNo();
    }

    private static boolean mayRead(Caller caller, ApplicationFile file) {
        return Sight.actsForOwner(caller, file)
                || Sight.seesAll(caller)
                || Sight.officeStaff(caller)
                || Sight.districtStaff(caller);
    }
}
