package ir.parvaneh.chassis.simulation;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** A judge and a desk that exchange tasks and decisions about one file: the smallest thing with the protocol's needs. */
final class Exchange {
    static final String JUDGE = "/judge/files";
    static final String DESK = "/desk/pages";
    static final String JUDGE_TOPIC = "judge.events.v1";
    static final String DESK_TOPIC = "desk.events.v1";

    private final World world;
    private final boolean openings;

    /** @param openings the judge refuses decisions about any opening but the open one */
    Exchange(World world, boolean openings) {
        this.world = world;
        this.openings = openings;
    }

    record Entered(long opening) {}

    record Left(long opening, long named, long decision) {}

    record Decided(long opening) {}

    record Declined(long opening, long decision) {}

    record Noted(String key) {}

    /** @param open number of the stage-entered that opened the stage; 0 before the first */
    record File(long open, long moves, long read) {}

    record Task(long opening, String state) {}

    record Desk(List<Task> tasks, long changed, long read) {}

    static Pages.Definition<File> judge() {
        return new Pages.Definition<>(
                "files",
                JUDGE,
                JUDGE_TOPIC,
                File.class,
                id -> new File(0, 0, 0),
                file -> Map.of("open", file.open()),
                List.of(),
                page -> List.of());
    }

    static Pages.Definition<Desk> desk() {
        return new Pages.Definition<>(
                "desks",
                DESK,
                DESK_TOPIC,
                Desk.class,
                id -> new Desk(List.of(), 0, 0),
                desk -> Map.of(),
                List.of(),
                Exchange::rows);
    }

    private static List<Row> rows(Page<Desk> page) {
        Document fields = new Document("open", live(page.body().tasks()));
        return List.of(new Row("tasks", page.id(), page.body().changed(), fields));
    }

    static long live(List<Task> tasks) {
        return tasks.stream().filter(task -> !task.state().equals("closed")).count();
    }

    /** The file enters a stage or, when it is in one, leaves it for the next by itself. */
    static Verdict<File> move(Page<File> page) {
        return moved(page, page.body().open(), 0);
    }

    private static Verdict<File> moved(Page<File> page, long named, long decision) {
        File file = page.body();
        List<NewEvent> events = new ArrayList<>();
        if (file.open() > 0) {
            events.add(new NewEvent("stage-left", new Left(file.open(), named, decision)));
        }
        long opening = page.number() + events.size() + 1;
        events.add(new NewEvent("stage-entered", new Entered(opening)));
        return Verdict.changed(new File(opening, file.moves() + 1, file.read()), events);
    }

    static Verdict<Desk> decide(Page<Desk> page) {
        Desk desk = page.body();
        for (Task task : desk.tasks()) {
            if (task.state().equals("open")) {
                List<Task> tasks = with(desk.tasks(), task.opening(), "decided");
                return Verdict.changed(
                        new Desk(tasks, page.version() + 1, desk.read()),
                        new NewEvent("task-decided", new Decided(task.opening())));
            }
        }
        return Verdict.refused(new Refusal("no-open-task"));
    }

    static <P> Verdict<P> note(Page<P> page, String key) {
        return Verdict.changed(page.body(), new NewEvent("noted", new Noted(key)));
    }

    private static List<Task> with(List<Task> tasks, long opening, String state) {
        return tasks.stream()
                .map(task -> task.opening() == opening ? new Task(opening, state) : task)
                .toList();
    }

    Reaction<File> judging() {
        return (page, event) -> {
            File file = page.body();
            inOrder(JUDGE, file.read(), event);
            Page<File> reading = at(page, new File(file.open(), file.moves(), event.number()));
            return event.type().equals("task-decided") ? judged(reading, event) : Verdict.changed(reading.body());
        };
    }

    private Verdict<File> judged(Page<File> page, Incoming event) {
        long named = event.as(Decided.class).opening();
        if (openings && named != page.body().open()) {
            return Verdict.changed(page.body(), new NewEvent("decision-refused", new Declined(named, event.number())));
        }
        return moved(page, named, event.number());
    }

    Reaction<Desk> desking() {
        return (page, event) -> {
            Desk desk = page.body();
            inOrder(DESK, desk.read(), event);
            List<Task> tasks = after(desk.tasks(), event);
            if (live(tasks) > 1) {
                world.violation("two open tasks at " + page.id() + ": " + tasks);
            }
            long changed = tasks.equals(desk.tasks()) ? desk.changed() : page.version() + 1;
            return Verdict.changed(new Desk(tasks, changed, event.number()));
        };
    }

    private static List<Task> after(List<Task> tasks, Incoming event) {
        return switch (event.type()) {
            case "stage-entered" -> {
                List<Task> more = new ArrayList<>(tasks);
                more.removeIf(task -> task.state().equals("closed"));
                more.add(new Task(event.as(Entered.class).opening(), "open"));
                yield more;
            }
            case "stage-left" -> with(tasks, event.as(Left.class).opening(), "closed");
            case "decision-refused" -> {
                long opening = event.as(Declined.class).opening();
                boolean decided = tasks.contains(new Task(opening, "decided"));
                yield decided ? with(tasks, opening, "open") : tasks;
            }
            default -> tasks;
        };
    }

    private void inOrder(String who, long read, Incoming event) {
        if (event.number() != read + 1) {
            world.violation(who + " applies " + event.number() + " of " + event.aggregate() + " after " + read);
        }
    }

    private static Page<File> at(Page<File> page, File file) {
        return new Page<>(page.id(), page.version(), page.number(), file);
    }
}
