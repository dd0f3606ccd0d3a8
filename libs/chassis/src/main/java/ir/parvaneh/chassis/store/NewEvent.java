package ir.parvaneh.chassis.store;

/**
 * An event that a decision wants to tell.
 *
 * @param type kebab-case past participle, for example {@code stage-entered}
 * @param data a record, written as JSON
 */
public record NewEvent(String type, Object data) {}
