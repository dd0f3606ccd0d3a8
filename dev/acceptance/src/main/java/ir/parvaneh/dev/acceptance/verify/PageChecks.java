package ir.parvaneh.dev.acceptance.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Pages and rows against what histories say they must hold. */
final class PageChecks {
    private static final String FINE = "-fine";

    private static final Map<String, String> DESKS =
            Map.of("offices", "office engineers", "districts", "district agency commission");

    private final Report report;
    private final Stores stores;
    private final Histories histories;
    private final Set<String> unsent = new HashSet<>();
    private boolean quiet = true;

    PageChecks(Report report, Stores stores, Histories histories) {
        this.report = report;
        this.stores = stores;
        this.histories = histories;
    }

    void run() {
        Stores.PAGES.forEach(this::numbers);
        Stores.READERS.forEach(this::marks);
        everyReader();
        stores.all("applications.applications").forEach(this::standing);
        DESKS.forEach(this::desks);
        parked();
    }

    /** Streams with something in their outbox. */
    Set<String> unsent() {
        return unsent;
    }

    /** Whether nothing was on its way: no outbox, no mark behind, no decision unanswered. */
    boolean quiet() {
        return quiet;
    }

    private void numbers(String place, String source) {
        Report.Check numbers = report.check("a page's number and chain are its history's and outbox's");
        Report.Check drained = report.check("outboxes are empty");
        Set<String> met = new HashSet<>();
        stores.all(place).forEach(page -> {
            String stream = source + "|" + Stores.id(page);
            met.add(stream);
            boolean waits = !Stores.outbox(page).isEmpty() || page.containsKey("pendingSince");
            drained.expect(!waits, stream);
            if (waits) {
                unsent.add(stream);
                quiet = false;
            }
            numbers.expect(sameEnd(page, histories.streams().get(stream)), place + " " + stream);
        });
        histories.streams().keySet().stream()
                .filter(stream -> stream.startsWith(source + "|") && !met.contains(stream))
                .forEach(stream -> numbers.expect(false, stream + " has a history and no page"));
    }

    private static boolean sameEnd(BsonDocument page, Histories.Stream stream) {
        long number = page.getNumber("number").longValue();
        return stream == null
                ? number == 0
                : number == stream.number()
                        && page.getString("chain").getValue().equals(stream.chain());
    }

    private void marks(String place) {
        Report.Check marks = report.check("every mark is its owner's number, under the same event");
        stores.all(place).forEach(reader -> reader.getDocument("marks", new BsonDocument())
                .forEach((name, mark) -> {
                    String stream = written(name);
                    Histories.Stream owner = histories.streams().get(stream);
                    long number = mark.asDocument().getNumber("n").longValue();
                    boolean equal = owner != null
                            && number == owner.number()
                            && mark.asDocument().getString("id").getValue().equals(owner.lastId());
                    quiet &= equal;
                    marks.expect(
                            equal,
                            place + " " + Stores.id(reader) + " at " + number + " of " + stream + " "
                                    + (owner == null ? "(unknown)" : owner.number()));
                }));
    }

    /** Desks and projections have opened every file, the file every desk that spoke. */
    private void everyReader() {
        reads("offices.pages", Histories.FILES);
        reads("districts.pages", Histories.FILES);
        reads("districts.insight", Histories.FILES);
        reads("notifications.files", Histories.FILES);
        reads("applications.applications", "/offices/pages");
        reads("applications.applications", "/districts/pages");
        permitsReadWhatIsAboutThem();
        filesReadTheirSlips();
        docketsReadTheSlipsOfTheirFines();
    }

    /** An application about a permit has the permit's id before a bar in its own. */
    private void permitsReadWhatIsAboutThem() {
        Stream<String> about = streams(Histories.FILES).filter(stream -> stream.indexOf('_') > 0);
        read("every permit has read the applications about it", "applications.applications", about, stream -> id(stream)
                .substring(0, id(stream).lastIndexOf('_')));
    }

    /** The slip of a fine is named by its docket. */
    private void docketsReadTheSlipsOfTheirFines() {
        Stream<String> fines = streams(Histories.SLIPS).filter(stream -> stream.endsWith(FINE));
        read("every docket has read the slip of its fine", "districts.dockets", fines, stream -> id(stream)
                .substring(0, id(stream).length() - FINE.length()));
    }

    /** A slip of levies is named by its file, a hyphen and a number. */
    private void filesReadTheirSlips() {
        Stream<String> levies = streams(Histories.SLIPS).filter(stream -> !stream.endsWith(FINE));
        read("every file has read its slips", "applications.applications", levies, stream -> id(stream)
                .substring(0, id(stream).lastIndexOf('-')));
    }

    private void reads(String place, String source) {
        read("whoever must read a stream has a mark of it", place, streams(source), PageChecks::id);
    }

    private void read(String sentence, String place, Stream<String> streams, UnaryOperator<String> reader) {
        Report.Check all = report.check(sentence);
        Set<String> read = marksOf(place);
        streams.forEach(stream -> {
            boolean there = read.contains(reader.apply(stream) + " " + stream);
            quiet &= there;
            all.expect(there, place + " " + reader.apply(stream) + " never read " + stream);
        });
    }

    private Set<String> marksOf(String place) {
        Set<String> read = new HashSet<>();
        stores.all(place).forEach(reader -> reader.getDocument("marks", new BsonDocument())
                .keySet()
                .forEach(name -> read.add(Stores.id(reader) + " " + written(name))));
        return read;
    }

    private Stream<String> streams(String source) {
        return histories.streams().keySet().stream().filter(stream -> stream.startsWith(source + "|"));
    }

    private static String id(String stream) {
        return stream.substring(stream.indexOf('|') + 1);
    }

    /** A stream's name from that of its mark, in which dots and dollars are written otherwise. */
    private static String written(String name) {
        return name.replace("%24", "$").replace("%2E", ".").replace("%25", "%");
    }

    private void standing(BsonDocument page) {
        FileFold file = histories.files().get(Stores.id(page));
        BsonDocument process = page.getDocument("body").getDocument("process", new BsonDocument());
        Map<Long, String> open = new TreeMap<>();
        if (process.isDocument("main")) {
            note(open, process.getDocument("main"));
        }
        process.getDocument("tracks", new BsonDocument()).values().forEach(track -> note(open, track.asDocument()));
        String outcome = process.isDocument("ended")
                ? process.getDocument("ended").getString("outcome").getValue()
                : null;
        String shown = FileFold.standing(outcome, open);
        report.check("each file's stage as folded from history is its page's")
                .expect(
                        file != null && file.standing().equals(shown),
                        Stores.id(page) + " page: " + shown + ", history: "
                                + (file == null ? "nothing" : file.standing()));
    }

    private static void note(Map<Long, String> open, BsonDocument stage) {
        open.put(
                stage.getNumber("opening").longValue(), stage.getString("stage").getValue());
    }

    private void desks(String service, String holders) {
        Map<String, BsonDocument> rows = new HashMap<>();
        stores.all(service + ".tasks").forEach(row -> rows.put(Stores.id(row), slim(row)));
        stores.all(service + ".pages").forEach(page -> desk(service, holders, page, rows));
    }

    private static BsonDocument slim(BsonDocument row) {
        return new BsonDocument("phase", row.get("phase")).append("etag", row.get("etag"));
    }

    private void desk(String service, String holders, BsonDocument page, Map<String, BsonDocument> rows) {
        Report.Check one = report.check("one open task per open opening, none for a closed one");
        Report.Check listed = report.check("every task's row says what its page says");
        FileFold file = histories.files().get(Stores.id(page));
        Set<Long> due = new HashSet<>();
        if (file != null) {
            file.open().forEach((opening, stage) -> {
                if (holders.contains(stage.holder())) {
                    due.add(opening);
                }
            });
        }
        for (BsonValue each : tasks(page)) {
            BsonDocument task = each.asDocument();
            long opening = task.getDocument("work").getNumber("opening").longValue();
            String state = task.getString("state").getValue();
            String name = Stores.id(page) + "." + opening;
            if (!state.equals("closed")) {
                one.expect(
                        due.remove(opening),
                        service + " " + name + " is " + state + " and its opening is not open, or twice");
                quiet &= !state.equals("decided");
            } else {
                one.expect(!due.contains(opening), service + " " + name + " is closed and its opening is open");
            }
            BsonDocument row = rows.get(name);
            boolean same = row != null
                    && row.getString("phase").getValue().equals(state)
                    && row.getNumber("etag").longValue()
                            == task.getNumber("changed").longValue();
            listed.expect(same, service + " " + name + " is " + state + ", its row " + row);
        }
        due.forEach(opening -> one.expect(false, service + " " + Stores.id(page) + "." + opening + " has no task"));
    }

    private static BsonArray tasks(BsonDocument page) {
        return page.getDocument("body").getDocument("desk", new BsonDocument()).getArray("tasks", new BsonArray());
    }

    private void parked() {
        Report.Check parked = report.check("nothing is parked");
        for (String service : new String[] {"applications", "offices", "districts", "notifications"}) {
            parked.looked(1);
            stores.all(service + ".parked").forEach(row -> {
                quiet = false;
                parked.expect(false, service + " " + Stores.id(row) + " " + row.get("reason"));
            });
        }
    }
}
