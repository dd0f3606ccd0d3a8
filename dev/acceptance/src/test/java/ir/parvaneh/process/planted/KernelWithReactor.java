package ir.parvaneh.process.planted;

import reactor.core.publisher.Mono;

/** Planted: a kernel type that knows a framework. */
public record KernelWithReactor(Mono<String> promise) {}
