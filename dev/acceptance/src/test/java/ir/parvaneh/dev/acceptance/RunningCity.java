package ir.parvaneh.dev.acceptance;

import ir.parvaneh.dev.allinone.AllInOne;
import ir.parvaneh.dev.allinone.Ports;
import ir.parvaneh.dev.city.wire.Tokens;
import ir.parvaneh.dev.store.StoreCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one city that all tests of this JVM share: everything in this process, on free ports, with its data in a folder
 * that is new at every run. It is started by the first test that asks for it and stops with the JVM.
 */
final class RunningCity {
    private static RunningCity only;

    private final AllInOne city;
    private final Path data;
    private final Tokens tokens;

    private RunningCity(AllInOne city, Path data) {
        this.city = city;
        this.data = data;
        this.tokens = new Tokens(city.issuer(), "dev");
    }

    /** Not in a static initialiser: the parts report their progress from threads of their own. */
    static synchronized RunningCity here() {
        if (only == null) {
            only = start();
        }
        return only;
    }

    private static RunningCity start() {
        Path data = newFolder();
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Logger.getLogger("").setLevel(Level.WARNING);
        AllInOne city = AllInOne.start(Ports.free(), data, line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(city::close, "stop-city"));
        return new RunningCity(city, data);
    }

    /** Under the build's own folder, beside the city's log. */
    private static Path newFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target.toAbsolutePath(), "city-");
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    URI gateway() {
        return city.gateway();
    }

    URI issuer() {
        return city.issuer();
    }

    /** The store as a connection string. */
    String storeUri() {
        return "mongodb://127.0.0.1:" + city.ports().store();
    }

    String broker() {
        return "127.0.0.1:" + city.ports().broker();
    }

    Path data() {
        return data;
    }

    /** What the store has done since the city was started. */
    StoreCounters store() {
        return city.storeCounters();
    }

    /** The token of a login such as {@code office-017-head}. */
    String token(String name) {
        return tokens.of(name);
    }
}
