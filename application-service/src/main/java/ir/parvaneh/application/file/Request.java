package ir.parvaneh.application.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * An application about this permit, as the permit knows it.
 *
 * @param outcome null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Request(String id, String requestType, Instant filedAt, String outcome, Instant endedAt) {

    /** The same application once it has come to its end. */
    public Request ended(String how, Instant at) {
        return new Request(id, requestType, filedAt, how, at);
    }
}
