package ir.parvaneh.application.file;

import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.process.Decision;
import java.util.List;

/** What the judge says about an attempt on a file. */
public sealed interface Ruling {

    /** The file after the move, and what is told about it. */
    record Moved(ApplicationFile file, List<NewEvent> events) implements Ruling {
        public Moved {
            events = List.copyOf(events);
        }
    }

    /** No, and why. */
    record Refused(Decision.Refused why) implements Ruling {}
}
