package ir.parvaneh.application.requests;

import ir.parvaneh.application.permit.CertificatesHeld;
import reactor.core.publisher.Mono;

/** Tells which papers about a building hold now; a building is named by its permit's file. */
@FunctionalInterface
public interface CertificatesOfBuilding {

    Mono<CertificatesHeld> of(String permitId);
}
