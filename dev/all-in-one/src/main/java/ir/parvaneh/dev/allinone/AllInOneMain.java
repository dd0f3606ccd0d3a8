package ir.parvaneh.dev.allinone;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Starts the city and keeps it running until SIGTERM. Data lies under {@code PARVANEH_DATA} or {@code .data}; ports are
 * the usual ones unless the environment says otherwise. Ends with 1 and one sentence when a part cannot start.
 */
public final class AllInOneMain {
    private static final PrintStream OUT = System.out;

    private AllInOneMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        LoggerFactory.getILoggerFactory(); // ready before many threads log at once
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Map<String, String> environment = System.getenv();
        Path data =
                Path.of(Optional.ofNullable(environment.get("PARVANEH_DATA")).orElse(".data"));
        try {
            AllInOne city = AllInOne.start(Ports.usual(environment), data.toAbsolutePath(), OUT::println);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(city), "stop-city"));
            OUT.println(Welcome.text(city.gateway(), city.issuer(), sinceStart()));
            OUT.println("ready");
        } catch (StartFailed failed) {
            OUT.println("failed: " + failed.getMessage());
            LoggerFactory.getLogger(AllInOneMain.class).error("a part did not start", failed);
            Runtime.getRuntime().halt(1);
        }
    }

    private static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    private static void stop(AllInOne city) {
        city.close();
        OUT.println("stopped");
    }
}
