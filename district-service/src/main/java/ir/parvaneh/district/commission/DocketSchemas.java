package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.process.EvidenceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/docket-schemas/DIGEST}: the JSON Schemas of what actions on a docket ask for. Public, for ever the same. */
@RestController
final class DocketSchemas {
    private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");

    private final Article100 article;

    DocketSchemas(Article100 article) {
        this.article = article;
    }

    @GetMapping("/v1/docket-schemas/{digest}")
    ResponseEntity<byte[]> schema(@PathVariable String digest) {
        EvidenceKind kind =
                article.current().catalogue().kindByDigest(digest).orElseThrow(() -> new Refused("not-found"));
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .eTag('"' + digest + '"')
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(kind.schema().getBytes(StandardCharsets.UTF_8));
    }
}
