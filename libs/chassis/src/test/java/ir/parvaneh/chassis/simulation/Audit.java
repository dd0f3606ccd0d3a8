package ir.parvaneh.chassis.simulation;

import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Event;
import ir.parvaneh.chassis.store.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;

/** Looks at what is left when everything has come to rest. */
final class Audit {
    private final City city;
    private final Map<String, Integer> keys = new HashMap<>();

    Audit(City city) {
        this.city = city;
    }

    static boolean quiet(City city) {
        return quiet(city.judge)
                && quiet(city.desk)
                && caughtUp(city.judge, city.desk)
                && caughtUp(city.desk, city.judge);
    }

    private static boolean quiet(Service<?> service) {
        return service.parked.isEmpty()
                && service.readAll()
                && service.data.pages.values().stream().noneMatch(Audit::busy);
    }

    private static boolean busy(BsonDocument page) {
        return page.containsKey("pendingSince") || !page.getArray("outbox").isEmpty();
    }

    private static boolean caughtUp(Service<?> reader, Service<?> owner) {
        return owner.data.pages.keySet().stream()
                .allMatch(id -> body(reader, id, "read") == number(owner.data.pages.get(id)));
    }

    private static long number(BsonDocument page) {
        return page.getInt64("number").getValue();
    }

    private static long body(Service<?> service, String id, String field) {
        BsonDocument page = service.data.pages.get(id);
        return page == null ? 0 : page.getDocument("body").getInt64(field).getValue();
    }

    void check() {
        if (!quiet(city)) {
            city.world.violation("no rest: " + what(city.judge) + "; " + what(city.desk));
            return;
        }
        histories(city.judge);
        histories(city.desk);
        city.commands.stream().filter(c -> c.saved != null).forEach(this::kept);
        keys.forEach((key, times) -> expect(times == 1, key + " was done " + times + " times"));
        city.desk.data.pages.keySet().forEach(this::verdicts);
        city.desk.data.pages.keySet().forEach(this::tasks);
    }

    private static String what(Service<?> service) {
        return service.definition.collection() + " parked " + service.parked.values() + " pages "
                + service.data.pages.values();
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            city.world.violation(otherwise);
        }
    }

    private static List<Event> history(Service<?> service, String id) {
        return service.data.history.values().stream()
                .map(Event::ofHistory)
                .filter(event -> event.aggregate().equals(id))
                .toList();
    }

    private void histories(Service<?> service) {
        service.data.pages.forEach((id, page) -> {
            String hash = "";
            long number = 0;
            for (Event event : history(service, id)) {
                number++;
                expect(event.number() == number && event.follows(hash), "history of " + id + " breaks at " + number);
                hash = event.hash();
                if (event.key() != null) {
                    keys.merge(event.key().key(), 1, Integer::sum);
                }
            }
            expect(number == number(page), "history of " + id + " ends at " + number + " of " + number(page));
            expect(service.out.numbers(id) == number, "the topic has " + service.out.numbers(id) + " of " + number);
        });
    }

    private void kept(Command<?> command) {
        List<Event> history = history(command.service, command.aggregate);
        boolean there = history.size() >= command.saved.last();
        expect(there, command.key + " was acknowledged and is lost");
        if (there) {
            Event first = history.get((int) command.saved.first() - 1);
            expect(
                    first.key() != null
                            && first.key()
                                    .key()
                                    .equals(Cause.command("client", command.key, "")
                                            .key()),
                    command.key + " is not where it was said to be");
        }
    }

    /** Each decision has exactly one verdict, and each opening was left by a decision about itself or by the file. */
    private void verdicts(String id) {
        Map<Long, Integer> verdicts = new HashMap<>();
        for (Event event : history(city.judge, id)) {
            switch (event.type()) {
                case "stage-left" -> {
                    var left = Shape.json().readValue(event.data(), Exchange.Left.class);
                    verdicts.merge(left.decision(), 1, Integer::sum);
                    expect(
                            left.named() == left.opening(),
                            "opening " + left.opening() + " was left by a decision on " + left.named());
                }
                case "decision-refused" ->
                    verdicts.merge(
                            Shape.json()
                                    .readValue(event.data(), Exchange.Declined.class)
                                    .decision(),
                            1,
                            Integer::sum);
                default -> {
                    // other events are no verdicts
                }
            }
        }
        history(city.desk, id).stream()
                .filter(event -> event.type().equals("task-decided"))
                .forEach(event -> expect(
                        verdicts.getOrDefault(event.number(), 0) == 1,
                        "decision " + event.number() + " has " + verdicts.get(event.number()) + " verdicts"));
    }

    private void tasks(String id) {
        var body = city.desk.data.pages.get(id).getDocument("body");
        long open = body(city.judge, id, "open");
        long own = body.getArray("tasks").stream()
                .map(org.bson.BsonValue::asDocument)
                .filter(task -> !task.getString("state").getValue().equals("closed"))
                .filter(task -> task.getInt64("opening").getValue() == open)
                .count();
        expect(own == (open > 0 ? 1 : 0), "opening " + open + " has " + own + " tasks: " + body);
        var row = city.desk.data.rows.get("tasks|" + id);
        long shown = row == null ? 0 : row.fields().getLong("open");
        expect(shown == own, "the row of " + id + " is behind: " + row);
    }
}
