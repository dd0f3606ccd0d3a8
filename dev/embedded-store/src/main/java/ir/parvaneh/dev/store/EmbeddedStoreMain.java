package ir.parvaneh.dev.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The store as a process of its own: {@code --data DIR --port N [--compact-from BYTES] [--hot-bytes BYTES]}; prints one line when ready,
 * stops on SIGTERM.
 */
public final class EmbeddedStoreMain {

    private EmbeddedStoreMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> words = Arrays.asList(args);
        Path data = Path.of(option(words, "--data", ".data/store"));
        int port = Integer.parseInt(option(words, "--port", "27017"));
        long compactFrom = Long.parseLong(option(words, "--compact-from", "" + EmbeddedStore.COMPACT_FROM_BYTES));
        long hotBytes = Long.parseLong(option(words, "--hot-bytes", "" + EmbeddedStore.HOT_BYTES));
        EmbeddedStore store = EmbeddedStore.start(data, port, compactFrom, hotBytes);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-stop"));
        System.out.println("store ready " + store.uri());
        new CountDownLatch(1).await();
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 ? otherwise : words.get(at + 1);
    }
}
