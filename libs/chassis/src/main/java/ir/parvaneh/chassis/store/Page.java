package ir.parvaneh.chassis.store;

/**
 * An aggregate as it stands.
 *
 * @param version moves by one with every write; 0 when it does not exist yet
 * @param number number of its last event; the next event is number + 1
 * @param body what the service keeps, immutable
 */
public record Page<P>(String id, long version, long number, P body) {}
