package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.contracts.EvidenceSchema;
import java.util.List;

/** What a desk asks others while it judges: plain, synchronous, at hand. */
public interface DeskRules {
    /** What is wrong with evidence, with pointers below {@code /evidence}; empty when it is as asked. */
    List<Fault> faults(EvidenceSchema schema, Object evidence);

    /** Whether a text holds a valid national ID or mobile number. */
    boolean isPersonal(String text);
}
