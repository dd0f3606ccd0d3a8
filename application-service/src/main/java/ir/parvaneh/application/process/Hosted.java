package ir.parvaneh.application.process;

import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.EvidenceKind;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.NamedDate;
import ir.parvaneh.process.ProcessFile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One process as its package gives it.
 *
 * @param name the name in its tables
 * @param tables the resources of its editions, the current one last
 * @param guards conditions it brings; names are shared by all processes, so what another brings may be used
 * @param words what an application of this process tells the permit it belongs to: an outcome, or an action at which it
 *     is told, and the evidence that goes with it (null for none). Empty for a process that belongs to no permit.
 */
public record Hosted(
        String name,
        List<String> tables,
        List<Guard> guards,
        List<EvidenceKind> kinds,
        List<NamedDate> dates,
        Map<String, Function<ProcessFile, Evidence>> words) {

    /** A kind of evidence whose schema is shipped under its name. */
    public static EvidenceKind kind(String name, Class<? extends Evidence> record) {
        return EvidenceKind.of(name, record, Resources.text("evidence/" + name + ".schema.json"));
    }
}
