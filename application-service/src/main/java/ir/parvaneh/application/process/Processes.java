package ir.parvaneh.application.process;

import ir.parvaneh.process.Catalogue;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.EvidenceKind;
import ir.parvaneh.process.Exhibit;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.ProcessTables;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every process this service hosts, ready to judge.
 *
 * @param tables the editions held; a file keeps the one it was begun under
 * @param schemas the door for evidence, and the schemas by digest
 */
public record Processes(
        ProcessTables tables,
        EvidenceSchemas schemas,
        Catalogue catalogue,
        Map<String, ProcessTable> editions,
        Map<String, Map<String, Function<ProcessFile, Evidence>>> words) {

    /** Loads and lints everything; throws {@link ir.parvaneh.process.BrokenProcess} when a table is broken. */
    public static Processes of(List<Hosted> hosted) {
        Catalogue catalogue = Catalogue.of(
                hosted.stream().flatMap(one -> one.guards().stream()).toList(),
                hosted.stream().flatMap(one -> one.kinds().stream()).toList(),
                hosted.stream().flatMap(one -> one.dates().stream()).toList());
        List<ProcessTable> tables = hosted.stream()
                .flatMap(one -> one.tables().stream())
                .map(file -> ProcessTable.load(file, new StringReader(Resources.text(file)), catalogue))
                .toList();
        Map<String, ProcessTable> editions = new TreeMap<>();
        tables.forEach(table -> editions.put(table.name() + "/" + table.edition(), table));
        return new Processes(
                ProcessTables.of(tables.toArray(ProcessTable[]::new)),
                new EvidenceSchemas(catalogue),
                catalogue,
                editions,
                hosted.stream().collect(Collectors.toMap(Hosted::name, Hosted::words)));
    }

    /** The edition new files of a process are begun under. */
    public ProcessTable current(String process) {
        return tables.current(process);
    }

    /** Any edition held. */
    public Optional<ProcessTable> edition(String process, String edition) {
        return Optional.ofNullable(editions.get(process + "/" + edition));
    }

    /** Evidence as an exhibit of a kind. */
    public Exhibit exhibit(String kind, Evidence evidence) {
        return Exhibit.of(catalogue.kind(kind).orElseThrow(), evidence);
    }

    /** Evidence as an exhibit of the one kind that has its record; throws when there is none. */
    public Exhibit exhibit(Evidence evidence) {
        EvidenceKind kind = catalogue.kinds().stream()
                .filter(one -> one.record().isInstance(evidence))
                .findFirst()
                .orElseThrow();
        return Exhibit.of(kind, evidence);
    }

    /** The evidence of an exhibit, as its record. */
    public Evidence evidence(Exhibit exhibit) {
        return exhibit.as(catalogue.kind(exhibit.schema()).orElseThrow().record());
    }
}
