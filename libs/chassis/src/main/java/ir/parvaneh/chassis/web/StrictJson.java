package ir.parvaneh.chassis.web;

import ir.parvaneh.chassis.store.Sha256;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.HttpMessageReader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads {@code @RequestBody} arguments with {@link Bodies} and remembers the digest of the bytes in the request. */
final class StrictJson implements HttpMessageReader<Object> {
    private static final String DIGEST = StrictJson.class.getName() + ".digest";
    private static final String NO_BODY = digest(new byte[0]);

    @Override
    public List<MediaType> getReadableMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    }

    @Override
    public boolean canRead(ResolvableType type, MediaType media) {
        return !CharSequence.class.isAssignableFrom(type.toClass())
                && type.toClass() != byte[].class
                && (media == null || getReadableMediaTypes().stream().anyMatch(json -> json.isCompatibleWith(media)));
    }

    @Override
    public Flux<Object> read(ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
        return readMono(type, message, hints).flux();
    }

    @Override
    public Mono<Object> readMono(ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
        return DataBufferUtils.join(message.getBody(), Bodies.LARGEST)
                .map(StrictJson::bytes)
                .switchIfEmpty(Mono.fromSupplier(() -> new byte[0]))
                .map(body -> {
                    remember(message, body);
                    return Bodies.read(body, type.getType());
                });
    }

    /** Digest of the request's body; of an empty one when none was read. */
    static String digestOf(HttpRequest request) {
        return (String) request.getAttributes().getOrDefault(DIGEST, NO_BODY);
    }

    private static void remember(ReactiveHttpInputMessage message, byte[] body) {
        if (message instanceof HttpRequest request) {
            request.getAttributes().put(DIGEST, digest(body));
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static String digest(byte[] body) {
        return HexFormat.of().formatHex(Sha256.of(body), 0, 16);
    }
}
