package ir.parvaneh.chassis.store;

import java.util.List;

/**
 * What reading messages comes to.
 *
 * @param marks how far the page has read by it; they move even when the verdict is unchanged
 */
public record Step<P>(Verdict<P> verdict, List<Mark> marks) {}
