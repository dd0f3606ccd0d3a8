package ir.parvaneh.application.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of uploading, from {@code policies/uploads.yaml}.
 *
 * @param openAtOnce most open uploads of one file
 * @param openForHours how long an upload may take, in hours of real time
 * @param silentForSeconds how long nothing may arrive within a part
 * @param partMib most MiB of one part that the gateway lets through
 * @param atOnceMib most MiB of a paper that comes with one call
 */
record UploadPolicy(int openAtOnce, int openForHours, int silentForSeconds, int partMib, int atOnceMib) {

    private static final String POLICY = "policies/uploads.yaml";

    static UploadPolicy load() {
        try (InputStream in = UploadPolicy.class.getClassLoader().getResourceAsStream(POLICY)) {
            Map<String, Map<String, Object>> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            Map<String, Object> values = new HashMap<>();
            written.forEach((name, entry) -> values.put(name, entry.get("value")));
            return JsonMapper.shared().convertValue(values, UploadPolicy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration openFor() {
        return Duration.ofHours(openForHours);
    }

    Duration silentFor() {
        return Duration.ofSeconds(silentForSeconds);
    }

    long atOnceBytes() {
        return atOnceMib * 1024L * 1024L;
    }

    long partBytes() {
        return partMib * 1024L * 1024L;
    }
}
