package ir.parvaneh.application.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContentTest extends ContentContract {

    @TempDir
    Path held;

    @Override
    protected ContentStore contents() {
        return new FolderContent(held);
    }

    @Test
    void nothing_half_written_stays_beside() throws IOException {
        Path file = Files.writeString(held.resolve("paper"), "a deed");
        String digest = ContentDigest.of(file);
        contents().keep(digest, file).block();
        contents().keep("cd".repeat(32), file).onErrorComplete().block();
        try (Stream<Path> all = Files.walk(held)) {
            List<String> names = all.filter(Files::isRegularFile)
                    .map(one -> one.getFileName().toString())
                    .toList();
            assertThat(names).containsExactlyInAnyOrder("paper", digest);
        }
    }
}
