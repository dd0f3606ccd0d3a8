package ir.parvaneh.application.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.chassis.web.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class PartFilesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int BUFFER = 64 * 1024;

    @TempDir
    Path folder;

    @Test
    void what_arrived_before_the_line_broke_stays() {
        PartFiles parts = new PartFiles(folder, SOON);
        Flux<DataBuffer> broken = Flux.concat(buffers(3), Flux.error(new IOException("gone")));
        assertThatThrownBy(() -> parts.append(upload(10), 0, broken).block(SOON))
                .isInstanceOfSatisfying(
                        Refused.class, why -> assertThat(why.refusal().code()).isEqualTo("upload-stalled"));
        assertThat(parts.arrived("u").block(SOON)).isEqualTo(3L * BUFFER);
        assertThat(parts.append(upload(10), 3L * BUFFER, buffers(7)).block(SOON))
                .isEqualTo(10L * BUFFER);
    }

    @Test
    void a_sender_who_says_nothing_is_not_waited_for_and_leaves_the_door_open() {
        PartFiles parts = new PartFiles(folder, Duration.ofMillis(200));
        Flux<DataBuffer> silent = Flux.concat(buffers(1), Flux.never());
        assertThatThrownBy(() -> parts.append(upload(2), 0, silent).block(SOON)).isInstanceOf(Refused.class);
        assertThat(parts.append(upload(2), BUFFER, buffers(1)).block(SOON)).isEqualTo(2L * BUFFER);
    }

    @Test
    void two_senders_of_one_upload_are_kept_apart() {
        PartFiles parts = new PartFiles(folder, SOON);
        Sinks.Many<DataBuffer> slow = Sinks.many().unicast().onBackpressureBuffer();
        var first = parts.append(upload(1), 0, slow.asFlux()).subscribe();
        await().atMost(SOON).until(() -> Files.exists(parts.of("u")));
        await().atMost(SOON).untilAsserted(() -> assertThatThrownBy(() -> new PartFiles(folder, SOON)
                        .append(upload(1), 0, Flux.never())
                        .block(SOON))
                .isInstanceOfSatisfying(
                        Refused.class, why -> assertThat(why.refusal().code()).isEqualTo("upload-in-flight")));
        slow.tryEmitNext(buffer());
        slow.tryEmitComplete();
        await().atMost(SOON).until(first::isDisposed);
        assertThat(parts.arrived("u").block(SOON)).isEqualTo(BUFFER);
    }

    /** The disk sets the pace: the next buffer is asked for when the one before is written. */
    @Test
    void no_more_is_asked_of_the_sender_than_is_being_written() {
        PartFiles parts = new PartFiles(folder, SOON);
        AtomicLong unwritten = new AtomicLong();
        AtomicLong most = new AtomicLong();
        Flux<DataBuffer> counted = Flux.range(0, 500)
                .map(n -> buffer())
                .doOnNext(one -> most.accumulateAndGet(unwritten.incrementAndGet() - size(parts) / BUFFER, Math::max));
        assertThat(parts.append(upload(500), 0, counted).block(SOON)).isEqualTo(500L * BUFFER);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void what_nobody_adds_to_is_forgotten() throws IOException {
        PartFiles parts = new PartFiles(folder, SOON);
        Instant now = Instant.now();
        parts.append(upload(1), 0, buffers(1)).block(SOON);
        assertThat(parts.removeOlderThan(now.minusSeconds(60)).block(SOON)).isZero();
        Files.setLastModifiedTime(parts.of("u"), FileTime.from(now.minusSeconds(120)));
        assertThat(parts.removeOlderThan(now.minusSeconds(60)).block(SOON)).isEqualTo(1);
        assertThat(parts.arrived("u").block(SOON)).isZero();
    }

    private static long size(PartFiles parts) {
        return parts.of("u").toFile().length();
    }

    private static Flux<DataBuffer> buffers(int count) {
        return Flux.range(0, count).map(n -> buffer());
    }

    private static DataBuffer buffer() {
        return DefaultDataBufferFactory.sharedInstance.wrap(new byte[BUFFER]);
    }

    private static Upload upload(int buffers) {
        String digest = "ab".repeat(32);
        var request = new UploadRequest("deed", "deed.pdf", (long) buffers * BUFFER, digest, null);
        return Upload.opened("u", "f", request, "p", Instant.now());
    }
}
