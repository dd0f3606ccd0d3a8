package ir.parvaneh.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One OpenAPI page for all services at {@code /v3/api-docs}, and a page to read and try it at {@code /docs}. */
@Configuration(proxyBeanMethods = false)
class ApiPages {
    private static final Logger LOG = LoggerFactory.getLogger(ApiPages.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RETRY_WHEN_INCOMPLETE = Duration.ofSeconds(2);
    private static final String SELF_ONLY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
    private static final List<Service> DESCRIBED =
            List.of(Service.APPLICATION, Service.OFFICE, Service.DISTRICT, Service.NOTIFICATION);

    private record Told(Service service, Optional<JsonNode> page) {}

    private record Merged(String json, boolean complete) {}

    @Bean
    @ConditionalOnProperty("parvaneh.gateway.docs.api")
    RouterFunction<ServerResponse> apiDocs(Settings settings, Upstreams upstreams, Roads roads) {
        WebClient client = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
        Duration fresh = settings.docs().freshFor();
        Mono<Merged> page = Mono.defer(() -> merged(upstreams, roads, client))
                .cache(
                        merged -> merged.complete() ? fresh : RETRY_WHEN_INCOMPLETE,
                        e -> Duration.ZERO,
                        () -> Duration.ZERO);
        return RouterFunctions.route()
                .GET(
                        "/v3/api-docs",
                        request -> page.flatMap(merged -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(merged.json())))
                .build();
    }

    @Bean
    @ConditionalOnProperty({"parvaneh.gateway.docs.api", "parvaneh.gateway.docs.page"})
    RouterFunction<ServerResponse> docsPage() {
        return RouterFunctions.route()
                .GET("/docs", request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .header("Content-Security-Policy", SELF_ONLY)
                        .bodyValue(new ClassPathResource("gateway-docs/index.html")))
                .resources("/docs/ui/**", userInterface())
                .resources("/docs/**", new ClassPathResource("gateway-docs/"))
                .build();
    }

    /** The library's folder is named after its version. */
    private static Resource userInterface() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/swagger-ui/*/swagger-ui.css");
            return found[0].createRelative("./");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mono<Merged> merged(Upstreams upstreams, Roads roads, WebClient client) {
        return Flux.fromIterable(DESCRIBED)
                .flatMapSequential(service -> fetch(service, upstreams, client))
                .collectList()
                .map(told -> merge(told, roads));
    }

    private static Mono<Told> fetch(Service service, Upstreams upstreams, WebClient client) {
        return client.get()
                .uri(upstreams.of(service).any().base() + "/v3/api-docs")
                .retrieve()
                .bodyToMono(JsonNode.class)
                .timeout(PATIENCE)
                .map(page -> new Told(service, Optional.of(page)))
                .onErrorResume(away -> {
                    LOG.info("no OpenAPI page from the {} service: {}", service.label(), away.toString());
                    return Mono.just(new Told(service, Optional.empty()));
                });
    }

    private static Merged merge(List<Told> told, Roads roads) {
        ApiMerge merge = new ApiMerge((service, path) -> roads.leads(path, service));
        List<String> away = new ArrayList<>();
        for (Told one : told) {
            one.page()
                    .ifPresentOrElse(
                            page -> merge.add(one.service().label(), page),
                            () -> away.add(one.service().label()));
        }
        return new Merged(JsonMapper.shared().writeValueAsString(merge.page(away)), away.isEmpty());
    }
}
