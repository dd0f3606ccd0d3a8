package ir.parvaneh.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What happened to a file. The JSON form of these records is what crosses the wire; instants are ISO-8601. */
public sealed interface ProcessEvent {

    /**
     * The file was begun under an edition of a process.
     *
     * @param evidence what it was begun with, such as the facts of the permit it is about; or null
     * @param assigned the roles that evidence gave to people
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Begun(
            String process, String edition, String hash, Exhibit evidence, Map<String, String> assigned, Instant at)
            implements ProcessEvent {

        public Begun {
            assigned = Frozen.sorted(assigned);
        }
    }

    /**
     * A stage opened.
     *
     * @param opening the number of this very event: the name of the task until the stage is left
     * @param track null on the main line
     * @param agency which agency, when an agency holds it
     * @param term the term as written, and {@code dueAt} the date computed from it; both null where none runs
     * @param assigned who holds which engineer's role on this file
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageEntered(
            long opening,
            String track,
            String stage,
            Wording title,
            Holder holder,
            String agency,
            Instant enteredAt,
            Instant dueAt,
            Term term,
            List<Offer> actions,
            Map<String, String> assigned)
            implements ProcessEvent {

        public StageEntered {
            actions = actions == null ? List.of() : List.copyOf(actions);
            assigned = Frozen.sorted(assigned);
        }
    }

    /**
     * A stage was left by an action; the task of that opening is closed whatever its state.
     *
     * @param signedBy the people who decided, in the order of their signatures; empty when the clock did
     * @param presence where the citizen had to come, or null
     * @param assigned the roles this action's evidence gave to people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageLeft(
            long opening,
            String track,
            String stage,
            Holder holder,
            String action,
            String preparedBy,
            List<String> signedBy,
            Exhibit evidence,
            List<Reason> reasons,
            String presence,
            Map<String, String> assigned,
            Instant decidedAt)
            implements ProcessEvent {

        public StageLeft {
            signedBy = signedBy == null ? List.of() : List.copyOf(signedBy);
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
            assigned = Frozen.sorted(assigned);
        }
    }

    /** A term ran out and the stage stays open; said once per opening. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadlineMissed(long opening, String track, String stage, Holder holder, Instant dueAt, Instant at)
            implements ProcessEvent {}

    /**
     * The file learned something that happened beside its process, such as a payment. What it learned is kept like the
     * evidence of an action: guards see the latest of its kind.
     */
    record FactLearned(String kind, Exhibit evidence, Instant at) implements ProcessEvent {}

    /** The file came to its end. */
    record Ended(String outcome, Instant at) implements ProcessEvent {}

    /** The type on the wire. */
    @JsonIgnore
    default String type() {
        return switch (this) {
            case Begun b -> "begun";
            case StageEntered e -> "stage-entered";
            case StageLeft l -> "stage-left";
            case DeadlineMissed m -> "deadline-missed";
            case FactLearned f -> "fact-learned";
            case Ended e -> "ended";
        };
    }

    /** The record of a wire type, for decoding. Throws IllegalArgumentException for a type that is none of ours. */
    static Class<? extends ProcessEvent> of(String type) {
        return switch (type) {
            case "begun" -> Begun.class;
            case "stage-entered" -> StageEntered.class;
            case "stage-left" -> StageLeft.class;
            case "deadline-missed" -> DeadlineMissed.class;
            case "fact-learned" -> FactLearned.class;
            case "ended" -> Ended.class;
            default -> throw new IllegalArgumentException(type + " is no event of a process");
        };
    }
}
