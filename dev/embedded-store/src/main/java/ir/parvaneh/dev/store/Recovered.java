package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the files of a store say is true: the newest snapshot, then every change that was journaled after it. */
final class Recovered {

    private static final Logger LOG = LoggerFactory.getLogger(Recovered.class);

    record Collection(int number, String namespace, SortedMap<byte[], Row> rows, Map<String, Document> indexes) {}

    private final SortedMap<Integer, Collection> collections = new TreeMap<>();
    private final Set<Integer> unknown = new HashSet<>();
    private final Set<Integer> dropped = new HashSet<>();
    private int highestNumber;
    private int lastJournal;

    static Recovered from(DataFolder folder) throws IOException {
        Recovered recovered = new Recovered();
        recovered.readSnapshot(folder, folder.newestSnapshot());
        recovered.readJournals(folder, folder.journalsFrom(folder.newestSnapshot()));
        recovered.requireAllKnown();
        return recovered;
    }

    Iterable<Collection> collections() {
        return collections.values();
    }

    int highestNumber() {
        return highestNumber;
    }

    /** The journal to go on with. */
    int lastJournal() {
        return lastJournal;
    }

    private void readSnapshot(DataFolder folder, int number) throws IOException {
        lastJournal = Math.max(1, number);
        if (number > 0) {
            Path file = folder.snapshot(number);
            requireWhole(file, read(folder, file));
        }
    }

    /** Only the end may be torn: the last journal, or the one before when the last was just begun. */
    private void readJournals(DataFolder folder, List<Integer> numbers) throws IOException {
        boolean torn = false;
        for (int number : numbers) {
            Path file = folder.journal(number);
            if (torn && Files.size(file) > 0) {
                throw new IOException("damaged in the middle: the journal before " + file);
            }
            long good = read(folder, file);
            torn |= cutTail(file, good);
            lastJournal = number;
        }
    }

    private long read(DataFolder folder, Path file) throws IOException {
        EntryFile entries = folder.reading(file);
        return Segment.read(file, (entry, offset) -> apply(entry, entries, offset));
    }

    private static boolean cutTail(Path file, long good) throws IOException {
        long torn = Files.size(file) - good;
        if (torn > 0) {
            LOG.warn("cut {} bytes of an unfinished write off {}", torn, file.getFileName());
            Segment.truncate(file, good);
        }
        return torn > 0;
    }

    private static void requireWhole(Path file, long good) throws IOException {
        if (good != Files.size(file)) {
            throw new IOException("damaged at byte " + good + ": " + file);
        }
    }

    private void apply(Entry entry, EntryFile file, long offset) {
        highestNumber = Math.max(highestNumber, entry.collection());
        switch (entry.kind()) {
            case CREATE -> create(entry);
            case DROP -> drop(entry.collection());
            case INDEX, UNINDEX, PUT, REMOVE -> {
                Stored body = Stored.cold(file, offset, entry.body().length);
                change(entry, collections.get(entry.collection()), body);
            }
        }
    }

    private void create(Entry entry) {
        collections.computeIfAbsent(
                entry.collection(),
                number -> new Collection(number, entry.text(), new TreeMap<>(KeyBytes.ORDER), new LinkedHashMap<>()));
    }

    private void drop(int number) {
        collections.remove(number);
        dropped.add(number);
    }

    private void change(Entry entry, Collection collection, Stored body) {
        if (collection == null) {
            unknown.add(entry.collection());
            return;
        }
        switch (entry.kind()) {
            case INDEX -> {
                Document description = Row.decode(entry.body());
                collection.indexes().put((String) description.get("name"), description);
            }
            case UNINDEX -> collection.indexes().remove(entry.text());
            case PUT -> collection.rows().computeIfAbsent(entry.key(), Row::new).store(body);
            case REMOVE -> collection.rows().remove(entry.key());
            case CREATE, DROP -> throw new IllegalArgumentException(entry.kind() + " changes no row");
        }
    }

    /** A snapshot may leave out a collection whose end the journal tells; any other unknown number is damage. */
    private void requireAllKnown() throws IOException {
        unknown.removeAll(dropped);
        if (!unknown.isEmpty()) {
            throw new IOException("the journal speaks of collections that nobody created: " + unknown);
        }
    }
}
