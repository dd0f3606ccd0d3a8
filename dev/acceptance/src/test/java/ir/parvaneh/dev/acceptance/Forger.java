package ir.parvaneh.dev.acceptance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Makes tokens that must not be accepted, some with the city's own key. */
final class Forger {
    static final Set<String> KINDS = Set.of(
            "garbage", "expired", "forged", "tampered", "unsigned", "other-issuer", "other-audience", "confused");

    private final RSAKey cityKey = cityKey();
    private final Person person;

    Forger(Person person) {
        this.person = person;
    }

    private static RSAKey cityKey() {
        try {
            return RSAKey.parse(Files.readString(RunningCity.here().data().resolve("issuer/signing-key.json")));
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        } catch (ParseException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    String token(String kind) {
        try {
            return switch (kind) {
                case "garbage" -> "no.token.atall";
                case "expired" -> signed(claims().expirationTime(at(-60)).build(), cityKey);
                case "forged" ->
                    signed(
                            claims().build(),
                            new RSAKeyGenerator(2048).keyID(cityKey.getKeyID()).generate());
                case "tampered" -> tampered();
                case "unsigned" -> new PlainJWT(claims().build()).serialize();
                case "other-issuer" ->
                    signed(claims().issuer("http://elsewhere:9000").build(), cityKey);
                case "other-audience" -> signed(claims().audience("elsewhere").build(), cityKey);
                case "confused" -> confused();
                default -> throw new IllegalArgumentException(kind);
            };
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A token as the issuer makes it; proves that the others are refused for what is wrong with them. */
    String good() {
        return signed(claims().build(), cityKey);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(RunningCity.here().issuer().toString())
                .subject(person.id())
                .audience("parvaneh")
                .issueTime(at(-120))
                .expirationTime(at(600))
                .claim("roles", List.of("citizen"));
    }

    private static Date at(long secondsFromNow) {
        return Date.from(Instant.now().plusSeconds(secondsFromNow));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            return signed(claims, JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private String tampered() {
        String[] parts = person.token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("citizen", "operator");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "."
                + parts[2];
    }

    private String confused() throws JOSEException {
        byte[] publicKey = cityKey.toRSAPublicKey().getEncoded();
        return signed(claims().build(), JWSAlgorithm.HS256, cityKey.getKeyID(), new MACSigner(publicKey));
    }
}
