package ir.parvaneh.dev.city.wire;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the people one can be, asked for once each; the development issuer has one secret for everybody. */
public final class Tokens {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI issuer;
    private final String secret;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final ThreadLocal<Caller> callers;

    /** Waits a minute for an issuer that does not answer. */
    public Tokens(URI issuer, String secret) {
        this(issuer, secret, PATIENCE);
    }

    public Tokens(URI issuer, String secret, Duration patience) {
        this.issuer = issuer;
        this.secret = secret;
        this.callers = ThreadLocal.withInitial(() -> new Caller(this.issuer, patience));
    }

    /**
     * @param name a login such as {@code office-017-head}
     * @throws IllegalArgumentException when the issuer knows nobody of that name
     */
    public String of(String name) {
        String token = known.get(name);
        if (token == null) {
            token = asked(name);
            known.put(name, token);
        }
        return token;
    }

    private String asked(String name) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", name);
        form.put("client_secret", secret);
        Answer answer = callers.get().call(Call.form("/oauth2/token", form));
        if (!answer.ok()) {
            throw new IllegalArgumentException("the issuer gives no token to " + name + ": " + answer.text());
        }
        return answer.json().path("access_token").stringValue();
    }
}
