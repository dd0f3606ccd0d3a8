package ir.parvaneh.application.upload;

import ir.parvaneh.chassis.web.Refused;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says no when the rest of a body has been read: a connection that is kept stays fit for the next request. */
final class Draining {

    private Draining() {}

    static <T> Mono<T> of(ServerWebExchange exchange, UploadPolicy policy, Refused refused) {
        ServerHttpRequest request = exchange.getRequest();
        boolean broken = refused.refusal().code().equals("upload-stalled");
        if (broken || request.getHeaders().getContentLength() > policy.partBytes()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
            return Mono.error(refused);
        }
        return request.getBody()
                .doOnNext(DataBufferUtils::release)
                .then()
                .timeout(policy.silentFor())
                .onErrorComplete()
                .then(Mono.error(refused));
    }
}
