package ir.parvaneh.gateway;

import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets a live stream's head go out as soon as the service has spoken; its first event may be hours away. */
final class FirstByte implements GatewayFilter, Ordered {
    /** Before the writer of answers. */
    private static final int ORDER = -2;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpResponse response = new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                DataBuffer nothing = bufferFactory().wrap(new byte[0]);
                return super.writeAndFlushWith(Flux.concat(Mono.just(Mono.just(nothing)), body));
            }
        };
        return chain.filter(exchange.mutate().response(response).build());
    }
}
