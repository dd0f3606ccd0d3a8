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
    private final Roads roads;
    private final long mostOfCommand;
    private final long mostOfPart;

    BodyLimit(Settings settings, Roads roads) {
        this.roads = roads;
        this.mostOfCommand = settings.maxBody().toBytes();
        this.mostOfPart = settings.parts().max().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long most = most(exchange);
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > most) {
            return Mono.error(Refused.because("body-too-large"));
        }
        boolean unannounced = exchange.getRequest().getHeaders().containsHeader("Transfer-Encoding");
        return chain.filter(unannounced ? counted(exchange, most) : exchange);
    }

    private long most(ServerWebExchange exchange) {
        boolean part = roads.of(exchange)
                .filter(road -> road.kind() == Road.Kind.UPLOAD)
                .isPresent();
        return part ? mostOfPart : mostOfCommand;
    }

    private static ServerWebExchange counted(ServerWebExchange exchange, long most) {
        ServerHttpRequest counting = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> count(super.getBody(), most));
            }
        };
        return exchange.mutate().request(counting).build();
    }

    private static Flux<DataBuffer> count(Flux<DataBuffer> body, long most) {
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
