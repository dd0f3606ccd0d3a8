package ir.parvaneh.district;

import ir.parvaneh.chassis.store.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Somebody with a token. */
record Person(String id, String address, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, String etag, JsonNode body) {
        String code() {
            return body.path("code").asString();
        }

        /** Of the items of a batch. */
        List<Integer> statuses() {
            return body.path("items")
                    .valueStream()
                    .map(one -> one.path("status").intValue())
                    .toList();
        }
    }

    static String decision(String task) {
        return "/v1/tasks/" + task + "/decision";
    }

    /** One of a batch to sign. */
    static Map<String, Object> item(String task, String etag) {
        return Map.of("taskId", task, "etag", etag, "action", "confirm");
    }

    List<JsonNode> tasks(String file) {
        return get("/v1/tasks?application=" + file)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Waits until the file's newest task is in his list; the answer is its ETag. */
    String listed(String file) {
        Awaitility.await().until(() -> !tasks(file).isEmpty());
        return tasks(file).getLast().path("etag").asString();
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, String ifMatch, Object body) {
        return post(path, ifMatch, UUID.randomUUID().toString(), body);
    }

    Answer post(String path, String ifMatch, String key, Object body) {
        var request = request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Shape.json().writeValueAsString(body)));
        return send((ifMatch == null ? request : request.header("If-Match", ifMatch)).build());
    }

    Answer delete(String path, String ifMatch) {
        return send(request(path).header("If-Match", ifMatch).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = answer.body().isEmpty()
                    ? Shape.json().nullNode()
                    : Shape.json().readTree(answer.body());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("ETag").orElse(null), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
