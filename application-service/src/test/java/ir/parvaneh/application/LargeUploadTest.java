package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import ir.parvaneh.application.content.ContentDigest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeUploadTest {

    private static final int MIB = 1024 * 1024;
    private static final int LENGTH_MIB = 200;
    private static final long FLAT = 48L * MIB;
    private static final long LOOK_EACH_MILLIS = 400;

    @TempDir
    Path folder;

    /** In one part, as large as no gateway lets through: nothing on the way to the disk may keep it. */
    @Test
    void two_hundred_megabytes_pass_without_being_held_in_memory() throws IOException {
        FileStory story = FileStory.drafted();
        Path plans = plans();
        Map<String, Object> body = new HashMap<>();
        body.put("kind", "plans");
        body.put("name", "plans.pdf");
        body.put("lengthBytes", Files.size(plans));
        body.put("sha256", ContentDigest.of(plans));
        String path =
                CITY.post(story.owner, story.path() + "/uploads", body).is(201).header("Location");
        long lived = live();
        long pooled = pooled();
        AtomicLong most = new AtomicLong(lived);
        try (ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor()) {
            looks.scheduleWithFixedDelay(
                    () -> most.accumulateAndGet(live(), Math::max), 0, LOOK_EACH_MILLIS, TimeUnit.MILLISECONDS);
            CITY.carries(story.owner, "PATCH", path, BodyPublishers.ofFile(plans), "Upload-Offset", "0")
                    .is(204);
            CITY.post(story.owner, path + "/completion", Map.of()).is(201);
            looks.shutdownNow();
        }
        assertThat(most.get() - lived).as("live heap").isLessThan(FLAT);
        assertThat(pooled() - pooled).as("buffers").isLessThan(FLAT);
    }

    /** What is alive on the heap, garbage not counted. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long pooled() {
        return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                .metric()
                .usedDirectMemory();
    }

    /** A PDF of one page and one enormous picture. */
    private Path plans() throws IOException {
        Path file = folder.resolve("plans.pdf");
        StringBuilder table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MIB)) {
            long at = write(out, "%PDF-1.7\n", 0);
            at = object(out, table, at, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
            at = object(out, table, at, "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
            at = object(out, table, at, "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>\nendobj\n");
            long length = (long) LENGTH_MIB * MIB;
            at = object(out, table, at, "4 0 obj\n<< /Length " + length + " >>\nstream\n");
            byte[] part = new byte[MIB];
            Random random = new Random(3);
            for (int i = 0; i < LENGTH_MIB; i++) {
                random.nextBytes(part);
                out.write(part);
            }
            at = write(out, "\nendstream\nendobj\n", at + length);
            String trailer = "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + at + "\n%%EOF\n";
            write(out, table + trailer, at);
        }
        return file;
    }

    private static long object(OutputStream out, StringBuilder table, long at, String text) throws IOException {
        table.append("%010d 00000 n \n".formatted(at));
        return write(out, text, at);
    }

    private static long write(OutputStream out, String text, long at) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes);
        return at + bytes.length;
    }
}
