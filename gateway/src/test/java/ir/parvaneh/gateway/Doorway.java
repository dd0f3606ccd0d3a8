package ir.parvaneh.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** The gateway itself on a free port, and a client that knocks at it. */
final class Doorway implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ConfigurableApplicationContext context;

    private Doorway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Doorway open(Issuer issuer, Map<String, String> services, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.config.name=gateway",
                "--PARVANEH_ISSUER=" + issuer.address(),
                "--logging.level.root=warn"));
        services.forEach((service, urls) -> settings.add("--parvaneh.gateway.services." + service + "=" + urls));
        settings.addAll(List.of(more));
        return new Doorway(new SpringApplicationBuilder(Gateway.class)
                .initializers(Doorway::keepSharedLoops)
                .run(settings.toArray(String[]::new)));
    }

    /** Closing a context would stop the event loops that upstreams and other doors of this JVM run on. */
    private static void keepSharedLoops(ConfigurableApplicationContext context) {
        ReactorResourceFactory own = new ReactorResourceFactory();
        own.setUseGlobalResources(false);
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> own);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder to(String path, String token) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<InputStream> open(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    @Override
    public void close() {
        context.close();
    }
}
