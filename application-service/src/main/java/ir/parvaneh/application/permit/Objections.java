package ir.parvaneh.application.permit;

import ir.parvaneh.process.ProcessFile;

/** An owner's objection to his fees, from the day he raises it until another assessment follows. */
final class Objections {

    private Objections() {}

    /** Raised against the assessment that stands; no other has followed yet. */
    static boolean stands(ProcessFile file) {
        return raised(file) > file.numberOf("fee-assessment");
    }

    /** It stands, and nothing that it was about has been corrected. */
    static boolean isUnanswered(ProcessFile file) {
        return stands(file) && raised(file) > file.numberOf(MeasuresCorrection.KIND);
    }

    /** What an owner said of an amendment's fees ends with the amendment. */
    private static long raised(ProcessFile file) {
        long objection = file.numberOfAction("object-to-fees");
        return objection > file.numberOfAction("request-amendment") ? objection : 0;
    }
}
