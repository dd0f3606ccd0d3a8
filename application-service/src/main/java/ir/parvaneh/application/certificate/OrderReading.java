package ir.parvaneh.application.certificate;

import ir.parvaneh.application.certificate.Orders.Order;
import ir.parvaneh.application.certificate.Orders.Subject;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.Ended;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Calendar;
import ir.parvaneh.process.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a file's own events: keeps what papers show, and orders a paper where the file reached what issues it. */
final class OrderReading {

    private final CertificatePolicy policy;
    private final Calendar calendar;

    OrderReading(CertificatePolicy policy, Calendar calendar) {
        this.policy = policy;
        this.calendar = calendar;
    }

    /** What this reads of {@code begun}. */
    private record Begun(String process, Shown evidence) {}

    /** What this reads of {@code fact-learned}. */
    private record Learned(Shown evidence) {}

    /** What this reads of {@code stage-left}. */
    private record Left(String action, Shown evidence, Instant decidedAt) {}

    /** Evidence as it travels. */
    private record Shown(String schema, JsonNode content) {}

    /** What is known and ordered after one more event. */
    Orders after(Orders before, Incoming event) {
        return switch (event.type()) {
            case "file-registered" -> before.about(event.as(Subject.class));
            case "begun" -> begun(before, event);
            case "fact-learned" -> learned(before, event);
            case "stage-left" -> left(before, event.number(), event.as(Left.class));
            case "ended" -> ended(before, event.number(), event.as(Ended.class));
            default -> before;
        };
    }

    /** A request that belongs to a permit is begun with what it knows of it. */
    private Orders begun(Orders before, Incoming event) {
        Begun begun = event.as(Begun.class);
        return shown(before.carriedBy(begun.process()), begun.evidence());
    }

    /** What it was told later of its permit counts more than what it began with. */
    private Orders learned(Orders before, Incoming event) {
        return shown(before, event.as(Learned.class).evidence());
    }

    private Orders shown(Orders before, Shown evidence) {
        return evidence == null ? before : keep(before, evidence.schema(), evidence.content());
    }

    private Orders left(Orders before, long number, Left left) {
        Orders known = shown(before, left.evidence());
        for (Kind kind : policy.kinds().values()) {
            if (kind.isIssuedByAction(before.process(), left.action())) {
                return order(known, number, kind, left.decidedAt());
            }
        }
        return known;
    }

    private Orders ended(Orders before, long number, Ended ended) {
        for (Kind kind : policy.kinds().values()) {
            if (kind.isIssuedByOutcome(before.process(), ended.outcome())) {
                return order(before, number, kind, ended.at());
            }
        }
        return before;
    }

    private Orders keep(Orders orders, String evidence, JsonNode content) {
        Set<String> wanted = policy.wanted().getOrDefault(evidence, Set.of());
        Map<String, Object> fields = new HashMap<>();
        for (String field : wanted) {
            JsonNode value = content.at("/" + field.replace('.', '/'));
            if (value.isNumber()) {
                fields.put(field, value.isIntegralNumber() ? (Object) value.longValue() : value.doubleValue());
            } else if (value.isString()) {
                fields.put(field, value.asString());
            }
        }
        return fields.isEmpty() ? orders : orders.keeping(evidence, fields);
    }

    private Orders order(Orders orders, long number, Kind kind, Instant at) {
        Map<String, Object> contents = new LinkedHashMap<>();
        kind.lines().forEach(line -> line.value(orders.kept()).ifPresent(value -> contents.put(line.name(), value)));
        return orders.with(new Order(number, kind.name(), at, until(orders, kind, at), contents));
    }

    /** The day on which the file itself says that the term is over: months are counted by the same calendar. */
    private LocalDate until(Orders orders, Kind kind, Instant at) {
        Kind.Term holds = kind.holds();
        Optional<LocalDate> named = holds.until().stream()
                .map(source -> value(source, orders))
                .filter(Objects::nonNull)
                .findFirst()
                .map(day -> LocalDate.parse(day.toString()));
        if (named.isPresent()) {
            return named.get();
        }
        Integer months = value(holds.monthsFrom(), orders) instanceof Number number
                ? Integer.valueOf(number.intValue())
                : holds.months();
        Instant from = holds.fromTheFirst()
                ? orders.first(kind.name()).map(Order::issuedAt).orElse(at)
                : at;
        return months == null ? null : Tehran.dateOf(calendar.dueAt(from, new Term(months, Term.Unit.MONTH)));
    }

    private static Object value(Kind.Source source, Orders orders) {
        return source == null ? null : source.in(orders.kept());
    }
}
