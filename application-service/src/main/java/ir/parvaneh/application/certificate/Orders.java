package ir.parvaneh.application.certificate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a file has ordered to be issued: one page for each file, read from the file's own events. An order is kept before
 * anything is made of it, so that what was begun is finished by whoever comes next.
 *
 * @param process that carries the file
 * @param kept the evidence that papers show: kind of evidence, field, value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Orders(String process, Subject subject, Map<String, Map<String, Object>> kept, List<Order> all) {

    Orders {
        kept = kept == null ? Map.of() : Map.copyOf(kept);
        all = all == null ? List.of() : List.copyOf(all);
    }

    /** Who and what the file is about; {@code permitId} names the permit's file where this one belongs to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subject(String ownerId, String requestType, String renovationCode, int districtNo, String permitId) {}

    /**
     * One paper to be issued.
     *
     * @param number of the file's event that ordered it
     * @param validUntil its last day in Tehran, or null when it holds for ever
     * @param place where it stands in the register; null until one was allotted
     * @param done the certificate exists and the older ones gave way
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(
            long number,
            String kind,
            Instant issuedAt,
            LocalDate validUntil,
            Map<String, Object> contents,
            Place place,
            boolean done) {

        Order at(Place allotted) {
            return new Order(number, kind, issuedAt, validUntil, contents, allotted, done);
        }

        Order finished() {
            return new Order(number, kind, issuedAt, validUntil, contents, place, true);
        }
    }

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

    /** What was read of the file's events, with what was done meanwhile for the orders among them. */
    Orders read(Orders told) {
        List<Order> after = told.all().stream()
                .map(order -> order(order.number()).orElse(order))
                .toList();
        return new Orders(told.process(), told.subject(), told.kept(), after);
    }

    Orders changing(long number, UnaryOperator<Order> change) {
        List<Order> after = all.stream()
                .map(order -> order.number() == number ? change.apply(order) : order)
                .toList();
        return new Orders(process, subject, kept, after);
    }

    Optional<Order> order(long number) {
        return all.stream().filter(order -> order.number() == number).findFirst();
    }

    Optional<Order> first(String kind) {
        return all.stream().filter(order -> order.kind().equals(kind)).findFirst();
    }

    /** The oldest order that is not finished. */
    @JsonIgnore
    Optional<Order> open() {
        return all.stream().filter(order -> !order.done()).findFirst();
    }
}
