package ir.parvaneh.application.certificate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Saved;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.web.Commands;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Signs with the newest key of the ring (ES256) and verifies with any of them. The first key is made when one is first
 * needed; replicas share the ring through the store and read it again after half a minute.
 */
final class SigningKeys {

    static final String RING = "certificates";
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int ID_LENGTH = 12;

    private final Pages<KeyRing> rings;
    private final KeySeal seal;
    private final CityClock clock;
    private volatile Mono<KeyRing> known;

    SigningKeys(Pages<KeyRing> rings, KeySeal seal, CityClock clock) {
        this.rings = rings;
        this.seal = seal;
        this.clock = clock;
        known = remembered();
    }

    /** A JWS of this text, in compact form. */
    Mono<String> sign(JOSEObjectType type, String text) {
        return known.publishOn(Schedulers.boundedElastic()).map(ring -> signed(ring.signing(), type, text));
    }

    /** What a statement says when one of our keys signed it; empty when it is no JWS or its signature does not hold. */
    Mono<String> verified(String statement) {
        try {
            JWSObject parsed = JWSObject.parse(statement);
            return keyOf(parsed).filter(key -> holds(parsed, key)).map(key -> parsed.getPayload()
                    .toString());
        } catch (ParseException noJws) {
            return Mono.empty();
        }
    }

    /** Makes a new key; the one that signed until now only verifies from here on. */
    Mono<Saved<KeyRing>> rotate(Cause cause) {
        return rings.change(RING, cause, page -> Verdict.changed(page.body().with(newKey()), List.of(), 201, null))
                .map(Commands::saved)
                .doOnNext(saved -> known = remembered());
    }

    /** All keys as a JWK set, the retired ones too: what was signed stays verifiable. */
    Mono<Map<String, Object>> published() {
        return known.map(ring ->
                Map.of("keys", ring.keys().stream().map(SigningKeys::published).toList()));
    }

    private static Map<String, Object> published(KeyRing.Entry key) {
        Map<String, Object> jwk =
                new LinkedHashMap<>(parsed(key.publicKey()).toPublicJWK().toJSONObject());
        jwk.put("status", key.retiredAt() == null ? "signing" : "retired");
        return jwk;
    }

    private Mono<KeyRing> remembered() {
        return Mono.defer(this::readOrMake).cache(value -> FRESH, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Mono<KeyRing> readOrMake() {
        return rings.findFresh(RING)
                .map(Page::body)
                .filter(ring -> !ring.isEmpty())
                .switchIfEmpty(Mono.defer(() -> rings.change(RING, Cause.clock(), this::first))
                        .map(outcome -> Commands.saved(outcome).page().body()));
    }

    private Verdict<KeyRing> first(Page<KeyRing> page) {
        return page.body().isEmpty() ? Verdict.changed(page.body().with(newKey())) : Verdict.unchanged();
    }

    private KeyRing.Entry newKey() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).generate();
            String id = key.computeThumbprint().toString().substring(0, ID_LENGTH);
            ECKey named = new ECKey.Builder(key)
                    .keyID(id)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .build();
            byte[] secret = named.toJSONString().getBytes(StandardCharsets.UTF_8);
            return new KeyRing.Entry(id, named.toPublicJWK().toJSONString(), seal.seal(id, secret), clock.now(), null);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signed(KeyRing.Entry key, JOSEObjectType type, String text) {
        try {
            String secret = new String(seal.open(key.id(), key.sealed()), StandardCharsets.UTF_8);
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.id())
                    .type(type)
                    .build();
            JWSObject statement = new JWSObject(header, new Payload(text));
            statement.sign(new ECDSASigner(parsed(secret)));
            return statement.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A key that this process does not know may have been made by another replica a moment ago. */
    private Mono<ECKey> keyOf(JWSObject statement) {
        String id = String.valueOf(statement.getHeader().getKeyID());
        return known.flatMap(ring -> Mono.justOrEmpty(ring.key(id)))
                .switchIfEmpty(Mono.defer(() -> rings.findFresh(RING))
                        .flatMap(page -> Mono.justOrEmpty(page.body().key(id))))
                .map(key -> parsed(key.publicKey()));
    }

    private static boolean holds(JWSObject statement, ECKey key) {
        try {
            return JOSEObjectType.JWT.equals(statement.getHeader().getType())
                    && JWSAlgorithm.ES256.equals(statement.getHeader().getAlgorithm())
                    && statement.verify(new ECDSAVerifier(key));
        } catch (JOSEException malformed) {
            return false;
        }
    }

    private static ECKey parsed(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException broken) {
            throw new IllegalStateException("a stored key cannot be read", broken);
        }
    }
}
