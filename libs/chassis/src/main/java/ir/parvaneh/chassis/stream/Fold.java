package ir.parvaneh.chassis.stream;

import ir.parvaneh.chassis.store.Mark;
import ir.parvaneh.chassis.store.Rules;
import ir.parvaneh.chassis.stream.Parked.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rule of numbers: of each stream the event after the mark is taken in, lower ones are dropped, higher ones wait.
 * The same number under another id is a fork; one that fails holds what follows.
 */
final class Fold {
    private final Rules rules;
    private final Consumer<Incoming> take;
    private final Map<String, Mark> moved = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();

    private Fold(Rules rules, Consumer<Incoming> take) {
        this.rules = rules;
        this.take = take;
    }

    /** @param take applies an event; what it throws parks the event */
    static Fold of(Map<String, Mark> marks, List<Incoming> events, Rules rules, Consumer<Incoming> take) {
        Fold fold = new Fold(rules, take);
        streams(events).forEach((stream, own) -> fold.read(marks.get(stream), own));
        return fold;
    }

    List<Mark> moved() {
        return List.copyOf(moved.values());
    }

    List<Left> left() {
        return left;
    }

    private static Map<String, List<Incoming>> streams(List<Incoming> events) {
        Map<String, List<Incoming>> streams = new LinkedHashMap<>();
        for (Incoming event : events) {
            streams.computeIfAbsent(event.stream(), s -> new ArrayList<>()).add(event);
        }
        streams.values().forEach(own -> own.sort(Comparator.comparingLong(Incoming::number)));
        return streams;
    }

    private void read(Mark start, List<Incoming> events) {
        Mark mark = start;
        boolean held = false;
        for (Incoming event : events) {
            long number = mark == null ? 0 : mark.number();
            if (event.number() <= number) {
                dropOrFork(event, mark);
            } else if (!held && (event.number() == number + 1 || !rules.contiguous())) {
                held = !taken(event);
                mark = held ? mark : event.mark();
            } else {
                left.add(new Left(event, Reason.GAP, null));
            }
        }
        if (mark != start) {
            moved.put(mark.stream(), mark);
        }
    }

    private void dropOrFork(Incoming event, Mark mark) {
        if (event.number() == mark.number() && !event.id().equals(mark.eventId())) {
            left.add(new Left(event, Reason.FORKED, "the page has read " + mark.eventId() + " under this number"));
        }
    }

    private boolean taken(Incoming event) {
        try {
            take.accept(event);
            return true;
        } catch (RuntimeException failure) {
            left.add(new Left(event, Reason.FAILING, failure.toString()));
            return false;
        }
    }

    /** An event that was not taken in, and why. */
    record Left(Incoming event, Reason reason, String note) {}
}
