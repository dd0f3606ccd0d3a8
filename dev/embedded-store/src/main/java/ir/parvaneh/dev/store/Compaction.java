package ir.parvaneh.dev.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites the journal when it is mostly dead: writes go on in a new journal, what is true now is written to a snapshot,
 * and then the older files go. Rows that are read from files are read from the snapshot from then on. Changes made
 * meanwhile are in the new journal and may also be in the snapshot, which is harmless because entries state outcomes.
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final int DEAD_TO_LIVE = 3;

    private final DataFolder folder;
    private final Catalog catalog;
    private final FileJournal journal;
    private final Executor executor;
    private final long smallest;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopping;

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
            rewriteAs(number);
            LOG.info("journal of {} bytes rewritten as {}", before, Files.size(folder.snapshot(number)));
        } catch (IOException | RuntimeException failure) {
            tell(failure);
        } finally {
            running.set(false);
        }
    }

    private void tell(Exception failure) {
        if (stopping) {
            LOG.info("the journal was not rewritten: the store is being closed");
        } else {
            LOG.error("the journal could not be rewritten; it goes on as it is", failure);
        }
    }

    /** The older files go when the new one is durable and no row is read from them any more. */
    private void rewriteAs(int number) throws IOException {
        try (Snapshot snapshot = new Snapshot(folder.unfinishedSnapshot())) {
            for (Table table : catalog.tables()) {
                requireGoingOn();
                snapshot.add(table);
            }
            snapshot.finish();
            awaitJournal();
            requireGoingOn();
            Files.move(folder.unfinishedSnapshot(), folder.snapshot(number), StandardCopyOption.ATOMIC_MOVE);
            folder.force();
            snapshot.settle(folder.reading(folder.snapshot(number)), catalog.hot());
        }
        folder.forgetBefore(number);
    }

    /** A snapshot may hold changes that the journal has not forced; it must not be the first to make them last. */
    private void awaitJournal() throws IOException {
        CompletableFuture<Boolean> forced = new CompletableFuture<>();
        journal.whenDurable(journal.mark(), forced::complete);
        if (!forced.join()) {
            throw new IOException("the journal is broken");
        }
    }

    private void requireGoingOn() throws IOException {
        if (stopping) {
            throw new IOException("the store is being closed");
        }
    }

    /** A rewriting that is under way gives up; nothing is lost by that. */
    void stop() {
        stopping = true;
    }
}
