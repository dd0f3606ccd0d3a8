package ir.parvaneh.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The editions a service holds. A file keeps the edition it was begun under; the last one given of a name is current. */
public final class ProcessTables {

    private final Map<String, ProcessTable> current = new LinkedHashMap<>();
    private final Map<String, ProcessTable> byHash = new LinkedHashMap<>();

    private ProcessTables(List<ProcessTable> tables) {
        for (ProcessTable table : tables) {
            current.put(table.name(), table);
            byHash.put(table.hash(), table);
        }
    }

    public static ProcessTables of(ProcessTable... tables) {
        return new ProcessTables(List.of(tables));
    }

    /** The edition new files are begun under. Throws IllegalArgumentException for a process that is not held. */
    public ProcessTable current(String process) {
        ProcessTable table = current.get(process);
        if (table == null) {
            throw new IllegalArgumentException("no process is called " + process);
        }
        return table;
    }

    /** The edition a file was begun under. Throws IllegalStateException when it is not held, or not as it was. */
    public ProcessTable of(ProcessFile file) {
        ProcessTable table = byHash.get(file.hash());
        if (table == null) {
            throw new IllegalStateException("edition " + file.edition() + " of " + file.process() + " with hash "
                    + file.hash() + " is not held: released editions must stay as they are");
        }
        return table;
    }
}
