package ir.parvaneh.dev.allinone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The first call through each road costs what later ones do not: it is made before the city calls itself ready. */
final class WarmUp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> ROADS =
            List.of("/v1/ping", "/v1/me/todo", "/v1/offices?limit=1", "/v1/insight/board", "/v1/me/messages?limit=1");

    private final URI gateway;
    private final URI issuer;

    WarmUp(URI gateway, URI issuer) {
        this.gateway = gateway;
        this.issuer = issuer;
    }

    void run() {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            String token = token(client);
            for (String road : ROADS) {
                client.send(get(road, token), BodyHandlers.discarding());
            }
        } catch (IOException accident) {
            throw new StartFailed("the way through the gateway", accident);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("the way through the gateway", e);
        }
    }

    private String token(HttpClient client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=operator-1&client_secret=dev"))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return answer.body().replaceAll(".*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private HttpRequest get(String road, String token) {
        return HttpRequest.newBuilder(gateway.resolve(road))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
