package ir.parvaneh.dev.city.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param headers by lower-case name
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; an empty object when there is none. */
    public JsonNode json() {
        return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    }

    public String etag() {
        return headers.get("etag");
    }

    /** The problem's code, or the bare status when the answer is no problem document. */
    public String code() {
        boolean problem = headers.getOrDefault("content-type", "").contains("json") && body.length > 0;
        return problem ? json().path("code").asString("http-" + status) : "http-" + status;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Nobody refused it: a limit, a breaker or a restart stood in the way; the same call may be sent again. */
    public boolean passing() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }
}
