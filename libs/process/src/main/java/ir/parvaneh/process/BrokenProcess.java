package ir.parvaneh.process;

import java.util.List;
import java.util.stream.Collectors;

/** A process table that must not be loaded; its message lists every finding with file and line. */
public final class BrokenProcess extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    BrokenProcess(List<Finding> findings) {
        super(findings.stream()
                .map(Finding::toString)
                .collect(Collectors.joining("\n", "the process is broken\n", "")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
