package ir.parvaneh.application.upload;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * A file on its way in. How much of it has arrived stands in its part file alone.
 *
 * @param applicationId null while the page is blank
 * @param documentId the paper it becomes a version of: one that is held, or one of its own id
 * @param by who sends it, and nobody else
 * @param openedAt real time
 * @param refusal code under which it was refused, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Upload(
        String id,
        String applicationId,
        String documentId,
        String kind,
        String name,
        long lengthBytes,
        String digest,
        String by,
        Instant openedAt,
        State state,
        String refusal) {

    /** Where an upload stands. */
    enum State {
        OPEN,
        COMPLETED,
        REFUSED,
        ABANDONED;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Upload blank(String id) {
        return new Upload(id, null, null, null, null, 0, null, null, null, null, null);
    }

    static Upload opened(String id, String applicationId, UploadRequest request, String by, Instant now) {
        return new Upload(
                id,
                applicationId,
                request.documentId() == null ? id : request.documentId(),
                request.kind(),
                request.name(),
                request.lengthBytes(),
                request.sha256(),
                by,
                now,
                State.OPEN,
                null);
    }

    /** The same with a part file of its own: a call that is sent twice at once does not write into one. */
    Upload arrivingAs(String partId) {
        return new Upload(
                partId, applicationId, documentId, kind, name, lengthBytes, digest, by, openedAt, state, refusal);
    }

    @JsonIgnore
    boolean exists() {
        return state != null;
    }

    @JsonIgnore
    boolean isOpen() {
        return state == State.OPEN;
    }

    Upload in(State next, String why) {
        return new Upload(id, applicationId, documentId, kind, name, lengthBytes, digest, by, openedAt, next, why);
    }
}
