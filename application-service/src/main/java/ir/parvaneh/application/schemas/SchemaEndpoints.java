package ir.parvaneh.application.schemas;

import ir.parvaneh.application.process.Processes;
import ir.parvaneh.chassis.web.Refused;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/evidence-schemas/{digest}}: public, and for ever the same. */
@RestController
final class SchemaEndpoints {

    private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");

    private final Processes processes;

    SchemaEndpoints(Processes processes) {
        this.processes = processes;
    }

    @GetMapping("/v1/evidence-schemas/{digest}")
    ResponseEntity<byte[]> schema(@PathVariable String digest) {
        String text = processes.schemas().text(digest).orElseThrow(() -> new Refused("not-found"));
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .eTag('"' + digest + '"')
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
