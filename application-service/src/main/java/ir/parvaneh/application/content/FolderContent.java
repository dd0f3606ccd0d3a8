package ir.parvaneh.application.content;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Contents as files of one folder, named by digest. A file is written beside its place, forced to disk and moved there
 * in one step, so that nobody ever reads half of one; replicas on one machine, or on one shared volume, share the folder.
 */
final class FolderContent implements ContentStore {

    private static final int PART = 128 * 1024;

    private final Path folder;

    FolderContent(Path folder) {
        this.folder = folder;
    }

    @Override
    public Mono<Void> keep(String digest, Path file) {
        return Mono.<Void>fromRunnable(() -> keepNow(digest, file)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Mono<Boolean> holds(String digest) {
        return Mono.fromCallable(() -> Files.exists(place(digest))).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Flux<DataBuffer> read(String digest) {
        return holds(digest)
                .flatMapMany(held -> held
                        ? DataBufferUtils.read(place(digest), DefaultDataBufferFactory.sharedInstance, PART)
                        : Flux.error(new NoSuchContent(digest)));
    }

    private void keepNow(String digest, Path file) {
        Path place = place(digest);
        if (Files.exists(place)) {
            return;
        }
        Path beside = folder.resolve("new-" + UUID.randomUUID());
        try {
            Files.createDirectories(place.getParent());
            if (!copied(file, beside).equals(digest)) {
                throw new DamagedContent(digest);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            force(place.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(beside);
        }
    }

    private static String copied(Path file, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            String digest = ContentDigest.copy(file, out);
            channel.force(true);
            return digest;
        }
    }

    /** A name in a folder survives a crash only when the folder itself was forced. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String digest) {
        if (!ContentDigest.isOne(digest)) {
            throw new IllegalArgumentException("no digest: " + digest);
        }
        return folder.resolve(digest.substring(0, 2))
                .resolve(digest.substring(2, 4))
                .resolve(digest);
    }
}
