package ir.parvaneh.application.certificate;

import com.nimbusds.jose.JOSEObjectType;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import reactor.core.publisher.Mono;

/**
 * Signed lists of what was revoked or superseded, two bits a paper, as in the IETF's Token Status List: 0 valid, 1
 * invalid (revoked), 3 of our own (superseded). Whoever keeps a list checks papers without asking about any of them.
 */
final class StatusLists {

    static final JOSEObjectType TYPE = new JOSEObjectType("statuslist+jwt");
    static final int BITS = 2;
    static final int REVOKED = 1;
    static final int SUPERSEDED = 3;

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final long TTL_SECONDS = 300;

    private final Register register;
    private final SigningKeys keys;
    private final CityClock clock;
    private final String city;
    private final Map<String, Mono<String>> lists = new ConcurrentHashMap<>();

    StatusLists(Register register, SigningKeys keys, CityClock clock, String city) {
        this.register = register;
        this.keys = keys;
        this.clock = clock;
        this.city = city;
    }

    static String address(String city, String list) {
        return city + "/v1/status-lists/" + list;
    }

    /** The list as a JWT; empty when no paper was ever issued under that name. */
    Mono<String> list(String name) {
        if (!Place.isList(name)) {
            return Mono.empty();
        }
        return register.length(name)
                .filter(length -> length > 0)
                .flatMap(length -> lists.computeIfAbsent(name, this::kept));
    }

    private Mono<String> kept(String name) {
        return Mono.defer(() -> made(name)).cache(KEPT);
    }

    private Mono<String> made(String name) {
        return Mono.zip(register.length(name), register.flawed(name).collectList())
                .flatMap(both -> keys.sign(TYPE, claims(name, bits(both.getT1(), both.getT2()))));
    }

    static byte[] bits(long length, List<Certificate> flawed) {
        byte[] bits = new byte[Math.toIntExact(length * BITS / 8 + 1)];
        for (Certificate certificate : flawed) {
            long at = certificate.place().number() * BITS;
            if (at / 8 < bits.length) {
                bits[(int) (at / 8)] |= (byte) (value(certificate) << at % 8);
            }
        }
        return bits;
    }

    private static int value(Certificate certificate) {
        return certificate.revocation() != null ? REVOKED : SUPERSEDED;
    }

    private String claims(String name, byte[] bits) {
        Instant now = clock.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", address(city, name));
        claims.put("iat", now.getEpochSecond());
        claims.put("ttl", TTL_SECONDS);
        claims.put("status_list", Map.of("bits", BITS, "lst", packed(bits)));
        return Shape.json().writeValueAsString(claims);
    }

    private static String packed(byte[] bits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var zlib = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            zlib.write(bits);
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }
}
