package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The document store of a development city: MongoDB's wire protocol on a loopback port, one folder of data. For
 * development, tests and demos only.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;
    private final int port;
    private final StoreCounters counters = new StoreCounters();

    private EmbeddedStore(MemoryBackend backend, int port) {
        backend.version(ServerVersion.MONGO_5_0);
        server = new MongoServer(backend);
        server.bind("127.0.0.1", port);
        this.port = server.getLocalAddress().getPort();
    }

    /** Opens the store kept under {@code dataDir} (made if missing) on a loopback port; port 0 takes a free one. */
    public static EmbeddedStore start(Path dataDir, int port) throws IOException {
        Files.createDirectories(dataDir);
        return new EmbeddedStore(new MemoryBackend(), port);
    }

    /** A store without a disk on a free port: for tests that need no durability. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(new MemoryBackend(), 0);
    }

    /** What a driver connects to, for example {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public StoreCounters counters() {
        return counters;
    }

    /** Stops taking connections and closes the journal; what was acknowledged is on disk already. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}
