package ir.parvaneh.dev.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Documents leave the heap as soon as they are forced, and the journal is rewritten all the time. */
class ColdStoreContractTest extends StoreContract {

    private static final int SMALL_JOURNAL = 4096;

    @TempDir
    static Path folder;

    private static EmbeddedStore store;

    @BeforeAll
    static void start() throws IOException {
        store = EmbeddedStore.start(folder, 0, SMALL_JOURNAL, 0);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Override
    protected String uri() {
        return store.uri();
    }
}
