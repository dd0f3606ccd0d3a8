package ir.parvaneh.application.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file has ordered to be issued, as its own events tell it.
 *
 * @param process that carries the file
 * @param kept the evidence that papers show: kind of evidence, field, value
 */
record Orders(String process, Subject subject, Map<String, Map<String, Object>> kept, List<Order> all) {

    Orders {
        kept = kept == null ? Map.of() : Map.copyOf(kept);
        all = all == null ? List.of() : List.copyOf(all);
    }

    /** Who and what the file is about; {@code permitId} names the permit's file where this one belongs to it. */
    record Subject(String ownerId, String requestType, String renovationCode, int districtNo, String permitId) {

        /** The permit's file, which all papers of one building name. */
        String building(String file) {
            return permitId == null ? file : permitId;
        }
    }

    /**
     * One paper to be issued.
     *
     * @param number of the file's event that ordered it
     * @param validUntil its last day in Tehran, or null when it holds for ever
     */
    record Order(long number, String kind, Instant issuedAt, LocalDate validUntil, Map<String, Object> contents) {}

    static Orders none() {
        return new Orders(null, null, null, null);
    }

    Orders about(Subject known) {
        return new Orders(process, known, kept, all);
    }

    Orders carriedBy(String name) {
        return new Orders(name, subject, kept, all);
    }

    /** The same with newer evidence of a kind; fields it does not have stay as they were. */
    Orders keeping(String evidence, Map<String, Object> fields) {
        Map<String, Object> newer = new HashMap<>(kept.getOrDefault(evidence, Map.of()));
        newer.putAll(fields);
        Map<String, Map<String, Object>> after = new HashMap<>(kept);
        after.put(evidence, newer);
        return new Orders(process, subject, after, all);
    }

    Orders with(Order ordered) {
        List<Order> after = new ArrayList<>(all);
        after.add(ordered);
        return new Orders(process, subject, kept, after);
    }

    Optional<Order> order(long number) {
        return all.stream().filter(order -> order.number() == number).findFirst();
    }

    Optional<Order> first(String kind) {
        return all.stream().filter(order -> order.kind().equals(kind)).findFirst();
    }
}
