package ir.parvaneh.dev.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the journal when it is mostly dead: writes go on in a new journal, what is true now is written to a snapshot,
 * and then the older files go. Changes made meanwhile are in the new journal and may also be in the snapshot, which is
 * harmless because entries state outcomes.
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final int DEAD_TO_LIVE = 3;
    private static final int FLUSH_BYTES = 1 << 20;

    private final DataFolder folder;
    private final Catalog catalog;
    private final FileJournal journal;
    private final Executor executor;
    private final long smallest;
    private final AtomicBoolean running = new AtomicBoolean();

    Compaction(DataFolder folder, Catalog catalog, FileJournal journal, Executor executor, long smallest) {
        this.folder = folder;
        this.catalog = catalog;
        this.journal = journal;
        this.executor = executor;
        this.smallest = smallest;
    }

    /** Starts one in the background if it is worth while and none runs. */
    void consider() {
        if (journal.bytes() > smallest && mostlyDead() && running.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private boolean mostlyDead() {
        return journal.bytes() > DEAD_TO_LIVE * catalog.liveBytes();
    }

    private void run() {
        try {
            long before = journal.bytes();
            int number = journal.turnOver();
            writeSnapshot(folder.unfinishedSnapshot());
            Files.move(folder.unfinishedSnapshot(), folder.snapshot(number), StandardCopyOption.ATOMIC_MOVE);
            folder.force();
            folder.forgetBefore(number);
            LOG.info("journal of {} bytes rewritten as {}", before, Files.size(folder.snapshot(number)));
        } catch (IOException | RuntimeException failure) {
            LOG.error("the journal could not be rewritten; it goes on as it is", failure);
        } finally {
            running.set(false);
        }
    }

    private void writeSnapshot(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            EntryBuffer buffer = new EntryBuffer();
            for (Table table : catalog.tables()) {
                for (Entry entry : table.snapshot()) {
                    buffer.add(entry);
                    if (buffer.size() > FLUSH_BYTES) {
                        buffer.drainTo(file);
                    }
                }
            }
            buffer.drainTo(file);
            file.force(true);
        }
    }
}
