package ir.parvaneh.dev.city;

import ir.parvaneh.dev.city.wire.Caller;
import ir.parvaneh.dev.city.wire.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which city is meant: its addresses and where its data lies. */
record City(URI gateway, URI issuer, String secret, Path data, Tokens tokens) {

    /** An operator at a terminal wants to hear soon that nothing answers. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(5);

    static City of(Options options) {
        URI gateway = URI.create(options.text("--gateway", environment("PARVANEH_GATEWAY", "http://127.0.0.1:8080")));
        URI issuer = URI.create(options.text("--issuer", environment("PARVANEH_ISSUER", "http://127.0.0.1:9000")));
        Path data = Path.of(options.text("--data", environment("PARVANEH_DATA", ".data")));
        String secret = environment("PARVANEH_DEV_SECRET", "dev");
        return new City(gateway, issuer, secret, data, new Tokens(issuer, secret, SHORT_PATIENCE));
    }

    private static String environment(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name))
                .filter(v -> !v.isBlank())
                .orElse(otherwise);
    }

    Caller caller(Duration patience) {
        return new Caller(gateway, patience);
    }
}
