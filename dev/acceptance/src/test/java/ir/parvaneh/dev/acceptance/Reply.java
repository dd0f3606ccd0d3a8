package ir.parvaneh.dev.acceptance;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Reply(int status, HttpHeaders headers, String text) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(
                response.statusCode(), response.headers(), new String(response.body(), StandardCharsets.UTF_8));
    }

    JsonNode json() {
        return JSON.readTree(text);
    }

    String at(String pointer) {
        return json().at(pointer).asString("");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String etag() {
        return header("ETag");
    }

    /** As the tables of test data write it: {@code 200}, {@code 404 not-found}. */
    String verdict() {
        return status < 400 ? Integer.toString(status) : status + " " + code();
    }

    String code() {
        return header("Content-Type").contains("json") ? at("/code") : "";
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + "\n" + text;
    }
}
