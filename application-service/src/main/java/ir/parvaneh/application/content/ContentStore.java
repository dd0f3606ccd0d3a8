package ir.parvaneh.application.content;

import java.nio.file.Path;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bytes by their SHA-256 in lower-case hex. What is kept is never changed and never held in memory as a whole; equal
 * contents lie there once.
 */
public interface ContentStore {

    /**
     * Keeps the content of a file; done when it will survive the end of this process. Keeping it twice is harmless. Fails
     * with {@link DamagedContent} when the file does not have that digest: then nothing is kept.
     */
    Mono<Void> keep(String digest, Path file);

    Mono<Boolean> holds(String digest);

    /** The content in parts of at most 256 KiB; fails with {@link NoSuchContent} before the first when it is not held. */
    Flux<DataBuffer> read(String digest);
}
