package ir.parvaneh.application.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import ir.parvaneh.application.document.PaperKinds;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One paper of a checklist. Members without a value are null, not absent.
 *
 * @param because the conditions that make it necessary; none when it is always
 * @param documentId the paper that is held, or null
 * @param reused whether another file brought it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChecklistItem(
        String paper,
        String code,
        Titles title,
        Need need,
        List<String> because,
        State state,
        String documentId,
        boolean reused,
        Instant validUntil,
        FileChecklist.Waiver waiver) {

    /** Whether it is brought as a paper; some are proved by evidence instead. */
    boolean isToBring(PaperKinds kinds) {
        return kinds.kind(paper).filter(kind -> kind.proof() == null).isPresent();
    }

    /** Why a paper is on the list. */
    enum Need {
        REQUIRED,
        CONDITIONAL;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    enum State {
        HELD(false),
        UNCHECKED(false),
        WAIVED(false),
        MISSING(true),
        REJECTED(true),
        EXPIRED(true);

        private final boolean outstanding;

        State(boolean outstanding) {
            this.outstanding = outstanding;
        }

        /** Whether it must still be brought. */
        boolean isOutstanding() {
            return outstanding;
        }

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
