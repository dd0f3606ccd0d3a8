package ir.parvaneh.chassis.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where events that change nothing wait for company. A page takes them in with its next event that matters, or after a
 * moment, so that moving its marks does not cost a write for each of them. What waits counts as unread: it is not
 * committed, and who comes after a crash reads it again. Used by one consumer's thread.
 */
final class WaitingRoom {
    private static final long LONGEST_MILLIS = 4_000;
    private static final int MOST = 5_000;

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private int waiting;

    /** Where an event stands on its topic. */
    record Place(TopicPartition partition, long offset) {}

    /** What waits for one page, in the order it came. */
    private static final class Group {
        final long since;
        final Map<Place, Incoming> events = new LinkedHashMap<>();
        boolean matters;

        Group(long since) {
            this.since = since;
        }
    }

    /** Everything of a topic up to here has been seen. */
    void seen(Place place) {
        read.merge(place.partition(), place.offset() + 1, Math::max);
    }

    /** @param nowMillis of real time */
    void enter(String page, Place place, Incoming event, boolean matters, long nowMillis) {
        Group group = groups.computeIfAbsent(page, none -> new Group(nowMillis));
        waiting += group.events.put(place, event) == null ? 1 : 0;
        group.matters |= matters;
    }

    /** The events of all pages that wait no longer; they stay until they are {@link #leave let go}. */
    List<Incoming> due(long nowMillis) {
        List<Incoming> due = new ArrayList<>();
        groups.values().stream()
                .filter(group -> isDue(group, nowMillis))
                .forEach(group -> due.addAll(group.events.values()));
        return due;
    }

    /** What was due at that moment has been taken in. */
    void leave(long nowMillis) {
        groups.values().removeIf(group -> isDue(group, nowMillis));
        waiting =
                groups.values().stream().mapToInt(group -> group.events.size()).sum();
    }

    private boolean isDue(Group group, long nowMillis) {
        return group.matters || waiting > MOST || nowMillis - group.since >= LONGEST_MILLIS;
    }

    /** From where each of these partitions would have to be read again. */
    Map<TopicPartition, OffsetAndMetadata> unread(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> from = new HashMap<>(read);
        groups.values().stream()
                .flatMap(group -> group.events.keySet().stream())
                .forEach(place -> from.merge(place.partition(), place.offset(), Math::min));
        from.keySet().retainAll(partitions);
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        from.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        return offsets;
    }
}
