package ir.parvaneh.chassis.store;

/** Where an aggregate's stream stands: the number of its last event. */
public record Head(String aggregate, long number) {}
