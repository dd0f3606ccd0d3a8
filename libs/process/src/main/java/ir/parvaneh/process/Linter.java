package ir.parvaneh.process;

/** Everything that must be true of a table before a file may be begun under it. */
final class Linter {

    private Linter() {}

    static void lint(ProcessTable table, Findings findings) {
    }
}
