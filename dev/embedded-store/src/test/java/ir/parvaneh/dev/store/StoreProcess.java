package ir.parvaneh.dev.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** The store in a process of its own, which can be killed. */
final class StoreProcess implements AutoCloseable {

    private static final String READY = "store ready ";

    private final Process process;
    private final String uri;

    private StoreProcess(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    static StoreProcess start(Path data, long compactFrom, long hotBytes) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedStoreMain.class.getName(),
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--compact-from",
                        Long.toString(compactFrom),
                        "--hot-bytes",
                        Long.toString(hotBytes))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new StoreProcess(process, readyLine(process.inputReader()).substring(READY.length()));
    }

    private static String readyLine(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new IOException("the store did not start: " + line);
        }
        return line;
    }

    String uri() {
        return uri;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
