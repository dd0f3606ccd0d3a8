package ir.parvaneh.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over HTTP. */
record Answer(int status, JsonNode body, HttpResponse<String> raw) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> raw) {
        JsonNode body = raw.body().isBlank() ? JSON.nullNode() : JSON.readTree(raw.body());
        return new Answer(raw.statusCode(), body, raw);
    }

    String text(String pointer) {
        return body.at(pointer).asString(null);
    }

    String etag() {
        return raw.headers().firstValue("ETag").orElse(null);
    }

    String header(String name) {
        return raw.headers().firstValue(name).orElse(null);
    }

    /** Expects this status. */
    Answer is(int expected) {
        assertThat(status).as(raw.body()).isEqualTo(expected);
        return this;
    }

    /** Expects a problem of this status and code. */
    Answer isProblem(int expected, String code) {
        is(expected);
        assertThat(text("/code")).as(raw.body()).isEqualTo(code);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        return this;
    }
}
