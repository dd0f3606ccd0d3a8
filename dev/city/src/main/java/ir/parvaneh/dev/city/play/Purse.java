package ir.parvaneh.dev.city.play;

import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Pays a file's slip at the provider as its owner does: asks for the account, begins a payment, pays where it says. */
final class Purse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Object> PLAINLY = Map.of("callback", "plain");

    private final Scene scene;
    private final Caller gateway;
    private final Map<String, Caller> providers = new HashMap<>();

    Purse(Scene scene, Caller gateway) {
        this.scene = scene;
        this.gateway = gateway;
    }

    /**
     * True when the file knows that its slip is settled; the walk can then show it. Else something was done towards it,
     * and one looks again.
     */
    boolean settles(Walk walk) {
        Answer account = gateway.call(Call.get("/v1/applications/" + walk.id() + "/fees", token(walk)));
        if (!account.ok()) {
            scene.refused(walk, "fees", account);
            return false;
        }
        Optional<JsonNode> slip = slip(account.json());
        if (account.json().path("settled").asBoolean(false)) {
            slip.ifPresent(settled -> show(walk, settled));
            return slip.isPresent();
        }
        slip.filter(open -> isToBePaid(open, walk)).ifPresent(open -> pay(walk, open));
        return false;
    }

    /** A slip that earlier money covers asks for nothing; the file learns of it by itself. */
    private static boolean isToBePaid(JsonNode slip, Walk walk) {
        return !slip.path("settled").asBoolean(false)
                && !slip.path("id").asString().equals(walk.paid);
    }

    /** The newest slip that was not cancelled. */
    private static Optional<JsonNode> slip(JsonNode account) {
        return account.path("slips")
                .valueStream()
                .filter(slip -> slip.path("cancelledAt").isNull())
                .reduce((before, last) -> last);
    }

    private static void show(Walk walk, JsonNode slip) {
        walk.slip.put("slipId", slip.path("id").asString());
        walk.slip.put("slipRials", slip.path("totalRials").asLong());
        String reference = slip.path("parts")
                .valueStream()
                .map(part -> part.path("reference").asString(""))
                .filter(one -> !one.isEmpty())
                .reduce((before, last) -> last)
                .orElse("covered");
        walk.slip.put("slipReference", reference);
    }

    private void pay(Walk walk, JsonNode slip) {
        String id = slip.path("id").asString();
        String key = scene.key(walk, "pay/" + id + "/" + walk.attempts);
        Answer begun =
                gateway.call(Call.post("/v1/slips/" + id + "/payments", token(walk), key, null, Map.of("part", 1)));
        if (!begun.ok()) {
            scene.refused(walk, "pay", begun);
            return;
        }
        URI payUrl = URI.create(begun.json().path("payUrl").asString());
        Answer paid = provider(payUrl).call(Call.post(payUrl.getPath(), null, null, null, PLAINLY));
        if (paid.ok()) {
            walk.paid = id;
        } else {
            scene.refused(walk, "pay at the provider", paid);
        }
    }

    private Caller provider(URI payUrl) {
        return providers.computeIfAbsent(payUrl.getAuthority(), where -> new Caller(payUrl, PATIENCE));
    }

    private String token(Walk walk) {
        return scene.tokens.of(walk.citizen);
    }

    @Override
    public void close() {
        providers.values().forEach(Caller::close);
    }
}
