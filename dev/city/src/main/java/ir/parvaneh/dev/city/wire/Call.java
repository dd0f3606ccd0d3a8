package ir.parvaneh.dev.city.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request, ready to be sent again unchanged: commands carry their idempotency key.
 *
 * @param token bearer token or null
 * @param key idempotency key or null
 * @param etag what If-Match says, quotes included, or null
 * @param type content type of the body
 * @param digest SHA-256 of the body in hex, or null where nobody asks for it
 * @param body may be empty, never null
 */
public record Call(
        String method, String path, String token, String key, String etag, String type, byte[] body, String digest) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] NOTHING = {};

    public Call {
        Objects.requireNonNull(body, "body");
    }

    /** A read. */
    public static Call get(String path, String token) {
        return new Call("GET", path, token, null, null, null, NOTHING, null);
    }

    /** A command with a JSON body; null for none. */
    public static Call post(String path, String token, String key, String etag, Object body) {
        byte[] json = body == null ? NOTHING : JSON.writeValueAsBytes(body);
        return new Call("POST", path, token, key, etag, "application/json", json, null);
    }

    /** A paper: its bytes as they are. */
    public static Call paper(String path, String token, String key, String type, byte[] body, String sha256) {
        return new Call("POST", path, token, key, null, type, body, sha256);
    }

    /** A form, as token endpoints want it. */
    public static Call form(String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
        byte[] body = form.toString().getBytes(StandardCharsets.UTF_8);
        return new Call("POST", path, null, null, null, "application/x-www-form-urlencoded", body, null);
    }

    byte[] bytes(String host) {
        StringBuilder head = new StringBuilder(1024);
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        header(head, "Authorization", token == null ? null : "Bearer " + token);
        header(head, "Idempotency-Key", key);
        header(head, "If-Match", etag);
        header(head, "Accept-Language", "en");
        header(head, "Content-Type", body.length == 0 ? null : type);
        header(head, "Content-Digest", digest == null ? null : "sha-256=:" + base64(digest) + ":");
        header(head, "Content-Length", "GET".equals(method) ? null : Integer.toString(body.length));
        byte[] top = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(top, top.length + body.length);
        System.arraycopy(body, 0, all, top.length, body.length);
        return all;
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private static void header(StringBuilder head, String name, String value) {
        if (value != null) {
            head.append(name).append(": ").append(value).append("\r\n");
        }
    }
}
