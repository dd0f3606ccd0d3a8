package ir.parvaneh.application.permit;

import ir.parvaneh.process.ProcessFile;
import java.util.List;

/** An owner's objection to his fees, from the day he raises it until another assessment follows. */
final class Objections {

    private static final List<String> ASSESSING = List.of("assess-fees", "confirm-fees-unchanged");

    private Objections() {}

    /** Raised against the assessment that stands; no other has followed yet. */
    static boolean stands(ProcessFile file) {
        return raised(file) > file.numberOf("fee-assessment");
    }

    /** It stands, and nothing that it was about has been corrected. */
    static boolean isUnanswered(ProcessFile file) {
        return stands(file) && raised(file) > file.numberOf(MeasuresCorrection.KIND);
    }

    /** It was upheld against an objection: the district has nothing new to say of it. */
    static boolean isUpheld(ProcessFile file) {
        long upheld = file.numberOfAction("uphold-fees");
        return upheld > 0 && ASSESSING.stream().noneMatch(action -> file.numberOfAction(action) > upheld);
    }

    /** What an owner said of an amendment's fees ends with the amendment. */
    private static long raised(ProcessFile file) {
        long objection = file.numberOfAction("object-to-fees");
        return objection > file.numberOfAction("request-amendment") ? objection : 0;
    }
}
