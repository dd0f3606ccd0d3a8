package ir.parvaneh.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One route for each service, one for parts of files, which take longer, and one for its live streams, whose answer has
 * no time limit.
 */
@Configuration(proxyBeanMethods = false)
class Routes {
    private static final Duration UNLIMITED = Duration.ofMillis(-1);

    @Bean
    RouteLocator roadRoutes(Settings settings, Roads roads, Upstreams upstreams) {
        OpenStreams streams = new OpenStreams(settings.streamsEach());
        List<Route> routes = Stream.of(Service.values())
                .flatMap(service -> Stream.of(
                        route(service, Road.Kind.PLAIN, settings.responseTimeout(), roads, upstreams),
                        route(service, Road.Kind.UPLOAD, settings.parts().responseTimeout(), roads, upstreams),
                        route(service, Road.Kind.STREAM, UNLIMITED, roads, upstreams, new FirstByte(), streams)))
                .toList();
        return () -> Flux.fromIterable(routes);
    }

    private static Route route(
            Service service,
            Road.Kind kind,
            Duration patience,
            Roads roads,
            Upstreams upstreams,
            GatewayFilter... before) {
        Replicas replicas = upstreams.of(service);
        return Route.async()
                .id(service.label() + "-" + kind.name().toLowerCase(Locale.ROOT))
                .uri(replicas.any().base())
                .asyncPredicate(exchange -> leads(exchange, service, kind, roads))
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, patience.toMillis())
                .filters(filters(replicas, before))
                .build();
    }

    private static List<GatewayFilter> filters(Replicas replicas, GatewayFilter... before) {
        return Stream.concat(Stream.of(before), Stream.of(new Forwarding(replicas)))
                .toList();
    }

    private static Publisher<Boolean> leads(ServerWebExchange exchange, Service to, Road.Kind kind, Roads roads) {
        return roads.of(exchange)
                .map(road -> road.kind() == Road.Kind.DESK
                        ? leadsToDesk(exchange, to, kind)
                        : Mono.just(road.service() == to && road.kind() == kind))
                .orElse(Mono.just(false));
    }

    private static Mono<Boolean> leadsToDesk(ServerWebExchange exchange, Service to, Road.Kind kind) {
        return exchange.<Authentication>getPrincipal()
                .map(caller -> kind == Road.Kind.PLAIN
                        && ((Visitor) caller.getPrincipal())
                                .desk()
                                .filter(to::equals)
                                .isPresent());
    }
}
