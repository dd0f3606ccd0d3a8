package ir.parvaneh.dev.store;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The document store of a development city: MongoDB's wire protocol on a loopback port, one folder of data. For
 * development, tests and demos only.
 */
public final class EmbeddedStore implements AutoCloseable {

    static final long COMPACT_FROM_BYTES = 64L << 20;
    static final long HOT_BYTES = 96L << 20;
    private static final int LOOPS = 2;
    private static final int LONG_RUNNING = 2;
    private static final int STOP_SECONDS = 5;

    private final StoreCounters counters = new StoreCounters();
    private final Catalog catalog;
    private final StoreBackend backend;
    private final ExecutorService longRunning =
            Executors.newFixedThreadPool(LONG_RUNNING, new DefaultThreadFactory("store-long", true));
    private final ExecutorService compacting =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("store-compaction", true));
    private final Compaction compaction;
    private final StoreServer server;

    private EmbeddedStore(Path dataDir, int port, long compactFrom, long hotBytes) throws IOException {
        catalog = new Catalog(counters, hotBytes);
        backend = new StoreBackend(catalog);
        compaction = dataDir == null ? null : openJournal(dataDir, compactFrom);
        Runnable afterWrite = compaction == null ? () -> {} : compaction::consider;
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                LOOPS, new DefaultThreadFactory("store-io", true), NioIoHandler.newFactory());
        server = new StoreServer(loops, new CommandHandler(backend, catalog, longRunning, afterWrite), port);
    }

    private Compaction openJournal(Path dataDir, long compactFrom) throws IOException {
        DataFolder folder = DataFolder.open(dataDir);
        Recovered recovered = Recovered.from(folder);
        backend.restore(recovered);
        FileJournal journal = new FileJournal(folder, recovered.lastJournal(), counters);
        catalog.attach(journal);
        return new Compaction(folder, catalog, journal, compacting, compactFrom);
    }

    /**
     * Opens the store kept under {@code dataDir} (made if missing) on a loopback port; port 0 takes a free one.
     *
     * @throws IOException when the folder is in use, cannot be written, or is damaged elsewhere than at its end
     */
    public static EmbeddedStore start(Path dataDir, int port) throws IOException {
        return start(dataDir, port, COMPACT_FROM_BYTES, HOT_BYTES);
    }

    /**
     * @param compactFrom bytes of journal below which it is never rewritten
     * @param hotBytes bytes of documents beyond which those not written lately are read from the files
     */
    static EmbeddedStore start(Path dataDir, int port, long compactFrom, long hotBytes) throws IOException {
        return new EmbeddedStore(dataDir, port, compactFrom, hotBytes);
    }

    /** A store without a disk on a free port: for tests that need no durability. */
    public static EmbeddedStore inMemory() {
        try {
            return new EmbeddedStore(null, 0, Long.MAX_VALUE, Long.MAX_VALUE);
        } catch (IOException impossible) {
            throw new IllegalStateException("a store without a folder touches no disk", impossible);
        }
    }

    /** What a driver connects to, for example {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    public StoreCounters counters() {
        return counters;
    }

    /** Stops taking connections and closes the journal; what was acknowledged is on disk already. */
    @Override
    public void close() {
        server.close();
        stop(longRunning);
        if (compaction != null) {
            compaction.stop();
        }
        stop(compacting);
        catalog.journal().close();
    }

    private static void stop(ExecutorService executor) {
        executor.shutdown();
        try {
            executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
