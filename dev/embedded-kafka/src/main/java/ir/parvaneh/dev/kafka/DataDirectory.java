package ir.parvaneh.dev.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** A directory that a broker can use: it exists and is formatted, exactly once. */
record DataDirectory(Path path) {

    static DataDirectory prepare(Path path) {
        var directory = new DataDirectory(path.toAbsolutePath());
        if (!Files.exists(directory.path().resolve("meta.properties"))) {
            directory.format();
        }
        return directory;
    }

    private void format() {
        try {
            Files.createDirectories(path);
            formatter().run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + path, e);
        }
    }

    // PRODUCTION_FEATURES, not FEATURES: the latter holds a feature for Kafka's own tests, which is refused here.
    private Formatter formatter() {
        return new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(path.toString())
                .setMetadataLogDirectory(path.toString())
                .setControllerListenerName("CONTROLLER")
                .setUnstableFeatureVersionsEnabled(false)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES);
    }
}
