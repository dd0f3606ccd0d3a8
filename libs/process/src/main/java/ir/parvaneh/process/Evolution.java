package ir.parvaneh.process;

import java.util.List;
import java.util.Map;

/** A file from its events. Total: an event that does not fit is a bug and throws IllegalStateException. */
public final class Evolution {

    private Evolution() {}

    /** The file after one event; number is the event's number in the aggregate. The file is null before the first. */
    public static ProcessFile evolve(ProcessFile file, ProcessEvent event, long number) {
        return switch (event) {
            case ProcessEvent.Begun begun -> begin(file, begun, number);
            case ProcessEvent.StageEntered entered -> alive(file, event, number).enter(entered);
            case ProcessEvent.StageLeft left -> alive(file, event, number).leave(left);
            case ProcessEvent.DeadlineMissed missed ->
                alive(file, event, number).miss(missed);
            case ProcessEvent.FactLearned learned -> alive(file, event, number).learn(learned);
            case ProcessEvent.Ended ended -> alive(file, event, number).end(ended);
        };
    }

    /** The file after consecutive events, the first of which has the number after lastNumber. */
    public static ProcessFile evolve(ProcessFile file, List<ProcessEvent> events, long lastNumber) {
        ProcessFile current = file;
        long number = lastNumber;
        for (ProcessEvent event : events) {
            current = evolve(current, event, ++number);
        }
        return current;
    }

    private static ProcessFile begin(ProcessFile file, ProcessEvent.Begun begun, long number) {
        if (file != null) {
            throw new IllegalStateException("a file is begun once, and this one was");
        }
        Exhibit given = begun.evidence();
        return new ProcessFile(
                begun.process(),
                begun.edition(),
                begun.hash(),
                number,
                begun.at(),
                null,
                null,
                null,
                null,
                null,
                null,
                begun.assigned(),
                given == null ? null : Map.of(given.schema(), new ProcessFile.Kept(number, given)),
                null,
                null,
                null);
    }

    private static FileSketch alive(ProcessFile file, ProcessEvent event, long number) {
        if (file == null || file.hasEnded() || number <= file.number()) {
            throw new IllegalStateException(event.type() + " number " + number + " does not fit this file");
        }
        return new FileSketch(file, number);
    }
}
