package ir.parvaneh.application.document;

import ir.parvaneh.application.content.ContentStore;
import ir.parvaneh.application.document.HeldPaper.Version;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Gives a content away such that no browser runs it: as an attachment under its real type, not to be guessed at, in a
 * sandbox that may load nothing. The ending of its name is that of its type, whatever it was called.
 */
final class Downloading {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/vnd.dwg", ".dwg",
            "application/zip", ".zip");

    private final ContentStore contents;

    Downloading(ContentStore contents) {
        this.contents = contents;
    }

    Mono<Void> give(Version version, ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.parseMediaType(version.traits().type()));
        headers.setContentLength(version.lengthBytes());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(nameOf(version), StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.setCacheControl("private, no-store");
        headers.set("Repr-Digest", "sha-256=:" + base64(version.digest()) + ":");
        return response.writeWith(contents.read(version.digest()));
    }

    static String nameOf(Version version) {
        String ending = ENDINGS.getOrDefault(version.traits().type(), "");
        String name = version.name();
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? name : name + ending;
    }

    private static String base64(String digest) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
    }
}
