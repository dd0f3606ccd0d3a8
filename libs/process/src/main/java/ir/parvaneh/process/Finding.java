package ir.parvaneh.process;

/** Something wrong with a process table: the file, the line (from 1), the rule that found it, and what it is. */
public record Finding(String file, int line, String rule, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": [" + rule + "] " + message;
    }
}
