package ir.parvaneh.application.upload;

import ir.parvaneh.chassis.web.Refused;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What has arrived of uploads, one file each, in a folder that all replicas of the service share. A part goes to disk
 * buffer by buffer as it arrives, with back-pressure to the sender; what has arrived stays when the rest does not. A lock
 * on the file keeps two senders of one upload apart, whichever replicas they reach.
 */
final class PartFiles {

    private final Path folder;
    private final Duration silentFor;

    PartFiles(Path folder, Duration silentFor) {
        this.folder = folder;
        this.silentFor = silentFor;
    }

    Path of(String id) {
        return folder.resolve(id + ".part");
    }

    /** How many bytes have arrived. */
    Mono<Long> arrived(String id) {
        return blocking(() -> Files.exists(of(id)) ? Files.size(of(id)) : 0L);
    }

    /**
     * Appends a part and says how many bytes there are then. Refuses with {@code upload-offset-differs} a part that does
     * not begin where the last one ended, with {@code upload-too-long} what goes beyond the announced length, with
     * {@code upload-in-flight} a second sender and with {@code upload-stalled} one that says nothing for too long or is gone.
     */
    Mono<Long> append(Upload upload, long offset, Flux<DataBuffer> body) {
        return Mono.usingWhen(
                blocking(() -> open(upload.id())),
                channel -> append(channel, upload, offset, body),
                channel -> blocking(() -> close(channel)));
    }

    /** Opened and locked; closing it lets the lock go. */
    private AsynchronousFileChannel open(String id) throws IOException {
        Files.createDirectories(folder);
        AsynchronousFileChannel channel =
                AsynchronousFileChannel.open(of(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new Refused("upload-in-flight");
        }
        return channel;
    }

    private static boolean isLocked(AsynchronousFileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private static boolean close(AsynchronousFileChannel channel) throws IOException {
        channel.close();
        return true;
    }

    private Mono<Long> append(AsynchronousFileChannel channel, Upload upload, long offset, Flux<DataBuffer> body) {
        return blocking(channel::size)
                .flatMap(arrived -> arrived == offset
                        ? write(channel, upload, offset, body)
                        : Mono.error(new Refused("upload-offset-differs", Map.of("offset", arrived))));
    }

    private Mono<Long> write(AsynchronousFileChannel channel, Upload upload, long offset, Flux<DataBuffer> body) {
        Flux<DataBuffer> line = body.timeout(silentFor).onErrorMap(broken -> new Refused("upload-stalled"));
        Flux<DataBuffer> within = within(line, upload.lengthBytes() - offset);
        return DataBufferUtils.write(within, channel, offset)
                .doOnNext(DataBufferUtils::release)
                .then(blocking(() -> forced(channel)));
    }

    private static long forced(AsynchronousFileChannel channel) throws IOException {
        channel.force(true);
        return channel.size();
    }

    private static Flux<DataBuffer> within(Flux<DataBuffer> body, long most) {
        long[] seen = {0};
        return body.handle((part, sink) -> {
            seen[0] += part.readableByteCount();
            if (seen[0] > most) {
                DataBufferUtils.release(part);
                sink.error(new Refused("upload-too-long"));
            } else {
                sink.next(part);
            }
        });
    }

    Mono<Void> remove(String id) {
        return blocking(() -> Files.deleteIfExists(of(id))).then();
    }

    /** Removes what nobody has added to since then; says how many. */
    Mono<Integer> removeOlderThan(Instant then) {
        return blocking(() -> {
            int removed = 0;
            for (Path part : parts()) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(then) && Files.deleteIfExists(part)) {
                    removed++;
                }
            }
            return removed;
        });
    }

    private List<Path> parts() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
