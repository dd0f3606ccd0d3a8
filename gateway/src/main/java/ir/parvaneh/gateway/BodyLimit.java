package ir.parvaneh.gateway;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too large: by the length they announce, or, when they announce none, as they flow. */
@Component
@Order(1)
final class BodyLimit implements GlobalFilter {
    private final long most;

    BodyLimit(Settings settings) {
        this.most = settings.maxBody().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > most) {
            return Mono.error(Refused.because("body-too-large"));
        }
        boolean unannounced = exchange.getRequest().getHeaders().containsHeader("Transfer-Encoding");
        return chain.filter(unannounced ? counted(exchange) : exchange);
    }

    private ServerWebExchange counted(ServerWebExchange exchange) {
        ServerHttpRequest counting = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> count(super.getBody()));
            }
        };
        return exchange.mutate().request(counting).build();
    }

    private Flux<DataBuffer> count(Flux<DataBuffer> body) {
        long[] seen = {0};
        return body.handle((part, sink) -> {
            seen[0] += part.readableByteCount();
            if (seen[0] > most) {
                DataBufferUtils.release(part);
                sink.error(Refused.because("body-too-large"));
            } else {
                sink.next(part);
            }
        });
    }
}
