package ir.parvaneh.application.file;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.IdentifierFault;
import java.util.List;
import java.util.Map;

/** Faults of identifiers in the words of the border. */
public final class Identifiers {

    private Identifiers() {}

    /** Refuses under the code of the identifier, with the exact fault and its sentence. */
    public static Refusal refused(String code, String pointer, IdentifierFault why) {
        return new Refusal(code, Map.of("sentence", sentence(why)), List.of(new Fault(pointer, why.code())));
    }

    private static Titles sentence(IdentifierFault why) {
        return new Titles(why.fa(), why.en());
    }
}
