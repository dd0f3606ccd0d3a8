package ir.parvaneh.contracts.planted;

import reactor.core.publisher.Mono;

/** Planted: a contract that carries machinery. */
public record ContractWithReactor(Mono<String> later) {}
