package ir.parvaneh.process;

/**
 * Everything that must be true of a table before a file may be begun under it. Names come first: where one leads
 * nowhere, paths cannot be followed.
 */
final class Linter {

    private Linter() {}

    static void lint(ProcessTable table, Findings findings) {
        findings.stopIfAny();
        new NameRules(table, findings).check();
        new ActorRules(table, findings).check();
        findings.stopIfAny();
        new LateRules(table, findings).check();
        new TrackRules(table, findings).check();
        findings.stopIfAny();
        new PathRules(table, findings).check();
        new CitizenRules(table, findings).check();
        findings.stopIfAny();
        new PromiseRule(table, findings).check();
    }
}
