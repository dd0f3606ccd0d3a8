package ir.parvaneh.process;

import java.util.ArrayList;
import java.util.List;

/** What reading and linting one file has found so far. */
final class Findings {

    private final String file;
    private final List<Finding> found = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(int line, String rule, String message) {
        found.add(new Finding(file, line, rule, message));
    }

    void stopIfAny() {
        if (!found.isEmpty()) {
            throw new BrokenProcess(found);
        }
    }
}
