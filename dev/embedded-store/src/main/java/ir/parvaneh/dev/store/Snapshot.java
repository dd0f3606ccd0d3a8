package ir.parvaneh.dev.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of all that is true, while it is written, and where in it each document went. Tables are walked a few rows at
 * a time, so nobody waits long for their locks; what changes meanwhile is in the journal.
 */
final class Snapshot implements AutoCloseable {

    private static final int FLUSH_BYTES = 1 << 20;
    private static final int FORCE_BYTES = 16 << 20;
    private static final int ROWS = 500;
    private static final byte[] BEGINNING = {};

    /** Versions of rows and where each was written. */
    private record Written(Row[] rows, Stored[] versions, long[] offsets) {

        Written(int count) {
            this(new Row[count], new Stored[count], new long[count]);
        }
    }

    private final FileChannel file;
    private final EntryBuffer buffer = new EntryBuffer();
    private final List<Written> written = new ArrayList<>();
    private long position;
    private long unforced;

    Snapshot(Path path) throws IOException {
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    void add(Table table) throws IOException {
        for (Entry entry : table.shape()) {
            add(entry);
        }
        List<Row> rows = table.rowsAfter(BEGINNING, ROWS);
        while (!rows.isEmpty()) {
            add(table.number(), rows);
            rows = table.rowsAfter(rows.getLast().idKey, ROWS);
        }
    }

    private void add(int table, List<Row> rows) throws IOException {
        Written places = new Written(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Stored version = row.stored();
            if (version != Stored.GONE) {
                places.rows()[i] = row;
                places.versions()[i] = version;
                places.offsets()[i] = position;
                add(Entry.put(table, row.idKey, version.bson(row.idKey)));
            }
        }
        written.add(places);
    }

    private void add(Entry entry) throws IOException {
        buffer.add(entry);
        position += entry.size();
        if (buffer.size() > FLUSH_BYTES) {
            flush();
        }
    }

    /** Forces now and then: one force of everything would keep the journal's forces waiting. */
    private void flush() throws IOException {
        unforced += buffer.size();
        buffer.drainTo(file);
        if (unforced > FORCE_BYTES) {
            file.force(false);
            unforced = 0;
        }
    }

    void finish() throws IOException {
        flush();
        file.force(true);
    }

    /** Lets every row that is still as it was written be read from here. */
    void settle(EntryFile readable, HotRows hot) {
        for (Written places : written) {
            for (int i = 0; i < places.rows().length; i++) {
                if (places.rows()[i] != null) {
                    hot.move(places.rows()[i], places.versions()[i], readable, places.offsets()[i]);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
