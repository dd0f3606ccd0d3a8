package ir.parvaneh.application.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/** What every store of contents must do. */
abstract class ContentContract {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NOTHING = "00".repeat(32);

    @TempDir
    Path folder;

    protected abstract ContentStore contents();

    @ParameterizedTest
    @ValueSource(ints = {1, 255 * 1024, 255 * 1024 + 1, 9_000_000})
    void what_is_kept_is_read_as_it_was(int length) throws IOException {
        Path file = file(length, length);
        String digest = ContentDigest.of(file);
        assertThat(contents().holds(digest).block(SOON)).isFalse();
        contents().keep(digest, file).block(SOON);
        assertThat(contents().holds(digest).block(SOON)).isTrue();
        assertThat(read(digest)).isEqualTo(digest);
    }

    @Test
    void the_same_content_is_kept_once_and_keeping_it_again_is_harmless() throws IOException {
        Path file = file(70_000, 7);
        String digest = ContentDigest.of(file);
        contents().keep(digest, file).block(SOON);
        Files.delete(file);
        contents().keep(digest, file(70_000, 7)).block(SOON);
        assertThat(read(digest)).isEqualTo(digest);
    }

    @Test
    void two_who_keep_the_same_at_once_do_not_disturb_each_other() throws IOException {
        Path file = file(3_000_000, 11);
        String digest = ContentDigest.of(file);
        Flux.merge(
                        contents().keep(digest, file),
                        contents().keep(digest, file),
                        contents().keep(digest, file))
                .then()
                .block(SOON);
        assertThat(read(digest)).isEqualTo(digest);
    }

    @Test
    void a_file_that_has_another_digest_is_not_kept() throws IOException {
        Path file = file(5000, 13);
        String other = "ab".repeat(32);
        assertThatThrownBy(() -> contents().keep(other, file).block(SOON)).isInstanceOf(DamagedContent.class);
        assertThat(contents().holds(other).block(SOON)).isFalse();
        assertThatThrownBy(() -> read(other)).isInstanceOf(NoSuchContent.class);
    }

    @Test
    void what_is_not_held_is_not_read() {
        assertThatThrownBy(() -> read(NOTHING)).isInstanceOf(NoSuchContent.class);
    }

    @Test
    void it_comes_in_parts() throws IOException {
        Path file = file(2_000_000, 17);
        String digest = ContentDigest.of(file);
        contents().keep(digest, file).block(SOON);
        Integer largest = contents()
                .read(digest)
                .map(ContentContract::released)
                .reduce(Math::max)
                .block(SOON);
        assertThat(largest).isLessThanOrEqualTo(256 * 1024);
    }

    private static int released(DataBuffer part) {
        int length = part.readableByteCount();
        DataBufferUtils.release(part);
        return length;
    }

    private String read(String digest) {
        MessageDigest seen = ContentDigest.fresh();
        contents()
                .read(digest)
                .doOnNext(part -> {
                    byte[] bytes = new byte[part.readableByteCount()];
                    part.read(bytes);
                    DataBufferUtils.release(part);
                    seen.update(bytes);
                })
                .then()
                .block(SOON);
        return HexFormat.of().formatHex(seen.digest());
    }

    private Path file(int length, long seed) throws IOException {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return Files.write(folder.resolve("file-" + System.nanoTime()), bytes);
    }
}
