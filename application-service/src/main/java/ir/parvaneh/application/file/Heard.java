package ir.parvaneh.application.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Action;
import ir.parvaneh.process.Exhibit;
import java.time.Instant;

/**
 * What an application about this permit told it.
 *
 * @param evidence what goes with it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Heard(String requestId, String process, String word, Exhibit evidence, Instant at) {

    boolean isTakenBy(Action action) {
        return new Action.Word(process, word).equals(action.when());
    }
}
