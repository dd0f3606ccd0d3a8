package ir.parvaneh.dev.acceptance.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One step that a client was told of, as a line of the driver's journal.
 *
 * @param permit the record it belongs to
 * @param action what was acknowledged; {@code ended} for the end that a client saw, which is then in status
 * @param key the idempotency key sent, or null
 */
record Acknowledged(String permit, String action, String application, String status, String key) {
    private static final JsonMapper JSON = JsonMapper.shared();

    boolean isEnd() {
        return action.equals("ended");
    }

    /** All whole lines but the first; a torn line was told to nobody's record. */
    static List<Acknowledged> read(Path journal) throws IOException {
        List<Acknowledged> all = new ArrayList<>();
        for (String line : Files.readAllLines(journal)) {
            JsonNode json = parsed(line);
            if (json != null && json.hasNonNull("application")) {
                all.add(of(json));
            }
        }
        return all;
    }

    private static Acknowledged of(JsonNode json) {
        return new Acknowledged(
                json.path("permit").asString(""),
                json.path("action").asString(""),
                json.path("application").asString(""),
                json.path("status").asString(""),
                json.path("key").asString(null));
    }

    private static JsonNode parsed(String line) {
        try {
            return line.isBlank() ? null : JSON.readTree(line);
        } catch (JacksonException torn) {
            return null;
        }
    }

    /** The key as histories keep it: 128 bits of its SHA-256. */
    String storedKey() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
