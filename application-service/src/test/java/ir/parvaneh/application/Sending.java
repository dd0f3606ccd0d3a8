package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** A paper on its way in over HTTP. */
record Sending(Person person, String path, byte[] content) {

    static Map<String, Object> body(String kind, String name, byte[] content) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("name", name);
        body.put("lengthBytes", content.length);
        body.put("sha256", sha256(content));
        return body;
    }

    static Sending opened(Person person, String filePath, String kind, byte[] content) {
        Answer opened = CITY.post(person, filePath + "/uploads", body(kind, kind + ".pdf", content))
                .is(201);
        return new Sending(person, opened.header("Location"), content);
    }

    /** All at once, and completed. */
    static Answer sent(Person person, String filePath, String kind, byte[] content) {
        Sending sending = opened(person, filePath, kind, content);
        sending.part(0, content.length).is(204);
        return sending.complete();
    }

    /** The bytes from there up to there. */
    Answer part(int from, int to) {
        return CITY.carries(
                person,
                "PATCH",
                path,
                BodyPublishers.ofByteArray(Arrays.copyOfRange(content, from, to)),
                "Upload-Offset",
                Integer.toString(from),
                "Content-Type",
                "application/offset+octet-stream");
    }

    String offset() {
        return CITY.carries(person, "HEAD", path, BodyPublishers.noBody())
                .is(200)
                .header("Upload-Offset");
    }

    Answer complete() {
        return CITY.post(person, path + "/completion", Map.of());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
