package ir.parvaneh.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** What the judge says to an attempt. A refusal is a value. */
public sealed interface Decision {

    /** The events that follow, to be numbered on from the last number the judge was told. */
    record Accepted(List<ProcessEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }

        /** The file after these events. */
        public ProcessFile applyTo(ProcessFile file, long lastNumber) {
            return Evolution.evolve(file, events, lastNumber);
        }
    }

    /**
     * Why not.
     *
     * @param guard the name of the guard that refused, else null
     * @param allowed the names of the actions open in that stage; empty where that is not the question
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(RefusalCode code, Wording sentence, String guard, List<String> allowed) implements Decision {
        public Refused {
            allowed = allowed == null ? List.of() : List.copyOf(allowed);
        }

        static Refused of(RefusalCode code) {
            return new Refused(code, code.sentence(), null, List.of());
        }
    }
}
