package ir.parvaneh.chassis.store;

import reactor.core.publisher.Mono;

/** The way out to the topics. */
@FunctionalInterface
public interface Wire {

    /** Sends one event; completes when the topic has it for good, fails when that is not known. */
    Mono<Void> send(String topic, Event event);
}
