package ir.parvaneh.application.certificate;

import ir.parvaneh.application.certificate.Kind.Moment;
import ir.parvaneh.application.certificate.Orders.Order;
import ir.parvaneh.application.certificate.Orders.Subject;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.contracts.Begun;
import ir.parvaneh.contracts.Ended;
import ir.parvaneh.iran.JalaliMonths;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a file's own events: keeps what papers show, and orders a paper when the file reaches what issues it. */
final class OrderReaction implements Reaction<Orders> {

    private final CertificatePolicy policy;

    OrderReaction(CertificatePolicy policy) {
        this.policy = policy;
    }

    /** What this reads of {@code stage-left}. */
    private record Left(String action, Shown evidence, Instant decidedAt) {}

    /** Evidence as it travels. */
    private record Shown(String schema, JsonNode content) {}

    @Override
    public Verdict<Orders> apply(Page<Orders> page, Incoming event) {
        Orders before = page.body();
        Orders after =
                switch (event.type()) {
                    case "file-registered" -> before.about(event.as(Subject.class));
                    case "begun" -> begun(before, event);
                    case "stage-left" -> left(before, event.number(), event.as(Left.class));
                    case "ended" -> ended(before, event.number(), event.as(Ended.class));
                    default -> before;
                };
        return after == before ? Verdict.unchanged() : Verdict.changed(after);
    }

    /** A request that belongs to a permit may bring what it knows of it from the start. */
    private Orders begun(Orders before, Incoming event) {
        Orders after = before.carriedBy(event.as(Begun.class).process());
        JsonNode told = event.as(JsonNode.class);
        for (String name : policy.wanted().keySet()) {
            after = keep(after, name, told.at("/known/" + name));
        }
        return after;
    }

    private Orders left(Orders before, long number, Left left) {
        Orders known = left.evidence() == null
                ? before
                : keep(before, left.evidence().schema(), left.evidence().content());
        for (Kind kind : policy.kinds().values()) {
            Optional<Moment> moment = kind.atAction(before.process(), left.action());
            if (moment.isPresent()) {
                return order(known, number, kind, moment.get(), left.decidedAt());
            }
        }
        return known;
    }

    private Orders ended(Orders before, long number, Ended ended) {
        for (Kind kind : policy.kinds().values()) {
            Optional<Moment> moment = kind.atOutcome(before.process(), ended.outcome());
            if (moment.isPresent()) {
                return order(before, number, kind, moment.get(), ended.at());
            }
        }
        return before;
    }

    private Orders keep(Orders orders, String evidence, JsonNode content) {
        Set<String> wanted = policy.wanted().getOrDefault(evidence, Set.of());
        Map<String, Object> fields = new HashMap<>();
        for (String field : wanted) {
            JsonNode value = content.path(field);
            if (value.isNumber()) {
                fields.put(field, value.isIntegralNumber() ? (Object) value.longValue() : value.doubleValue());
            } else if (value.isString()) {
                fields.put(field, value.asString());
            }
        }
        return fields.isEmpty() ? orders : orders.keeping(evidence, fields);
    }

    private Orders order(Orders orders, long number, Kind kind, Moment moment, Instant at) {
        Map<String, Object> contents = new LinkedHashMap<>();
        kind.lines().forEach(line -> line.value(orders.kept()).ifPresent(value -> contents.put(line.name(), value)));
        LocalDate until = moment.prolongedBy() == null
                ? validUntil(orders, kind, Tehran.dateOf(at))
                : prolonged(orders, kind, moment, Tehran.dateOf(at));
        return orders.with(new Order(number, kind.name(), at, until, contents, null, false));
    }

    private static LocalDate validUntil(Orders orders, Kind kind, LocalDate day) {
        Integer months = kind.holdsMonthsFrom() == null
                ? kind.holdsMonths()
                : months(kind.holdsMonthsFrom().in(orders.kept()));
        return months == null ? null : JalaliMonths.after(day, months);
    }

    private static LocalDate prolonged(Orders orders, Kind kind, Moment moment, LocalDate day) {
        LocalDate from = orders.last(kind.name()).map(Order::validUntil).orElse(day);
        Integer months = months(moment.prolongedBy().in(orders.kept()));
        return months == null ? from : JalaliMonths.after(from, months);
    }

    private static Integer months(Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
}
