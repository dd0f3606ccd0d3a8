package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import java.util.List;

/** What an act on a task comes to. */
public sealed interface DeskMove {
    record Moved(Desk desk, Task task, List<NewEvent> events) implements DeskMove {}

    record Refused(Refusal refusal) implements DeskMove {}
}
