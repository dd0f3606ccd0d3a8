package ir.parvaneh.process;

/** What the clock does when the term of a stage is over. */
public sealed interface LateRule {

    /** The stage stays; the missed deadline is recorded once. */
    record Escalate() implements LateRule {}

    /** The clock takes an action of the stage: silence has a meaning. */
    record Take(String action) implements LateRule {}

    /** The file is abandoned. */
    record Abandon() implements LateRule {}
}
