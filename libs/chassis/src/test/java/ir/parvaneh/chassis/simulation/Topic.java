package ir.parvaneh.chassis.simulation;

import ir.parvaneh.chassis.store.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A topic of one partition that watches the order in which numbers first appear. */
final class Topic {
    final List<Event> records = new ArrayList<>();
    private final World world;
    private final Map<String, Map<Long, String>> seen = new HashMap<>();

    Topic(World world) {
        this.world = world;
    }

    void append(Event event) {
        records.add(event);
        Map<Long, String> own = seen.computeIfAbsent(event.aggregate(), id -> new HashMap<>());
        String before = own.putIfAbsent(event.number(), event.id());
        if (before == null && own.size() != event.number()) {
            world.violation("first occurrence of " + event.aggregate() + " " + event.number() + " is number "
                    + own.size() + " on the topic");
        }
        if (before != null && !before.equals(event.id())) {
            world.violation("two events on the topic are " + event.aggregate() + " " + event.number());
        }
    }

    long numbers(String aggregate) {
        return seen.getOrDefault(aggregate, Map.of()).size();
    }
}
