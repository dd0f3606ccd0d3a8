package ir.parvaneh.application.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * An upload on the wire.
 *
 * @param offset how many bytes have arrived; the next part begins there
 * @param partBytes most bytes of one part that the gateway lets through
 * @param refusal code under which it was refused, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record UploadView(
        String id,
        String applicationId,
        String documentId,
        String kind,
        Upload.State state,
        long lengthBytes,
        long offset,
        long partBytes,
        Instant expiresAt,
        String refusal) {

    static UploadView of(Upload upload, long arrived, UploadPolicy policy) {
        return new UploadView(
                upload.id(),
                upload.applicationId(),
                upload.documentId(),
                upload.kind(),
                upload.state(),
                upload.lengthBytes(),
                upload.state() == Upload.State.COMPLETED ? upload.lengthBytes() : arrived,
                policy.partBytes(),
                upload.openedAt().plus(policy.openFor()),
                upload.refusal());
    }
}
