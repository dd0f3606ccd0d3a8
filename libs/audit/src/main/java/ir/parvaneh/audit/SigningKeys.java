package ir.parvaneh.audit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import ir.parvaneh.chassis.keys.KeyFile;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;

/**
 * The keys that sign roots (ES256): a JWK set in a file. Its first key signs, the others are retired and still verify. A
 * new key is put before the others, and none is ever taken out.
 */
final class SigningKeys {
    private final JWKSet keys;
    private final ECDSASigner signer;

    private SigningKeys(JWKSet keys) throws JOSEException {
        this.keys = keys;
        this.signer = new ECDSASigner(first(keys));
    }

    /** @throws IllegalStateException when there is no usable key there */
    static SigningKeys in(Path folder, String service, boolean create) {
        Path file = folder.resolve("audit-" + service + ".json");
        try {
            String text = KeyFile.read(file, create, SigningKeys::generate);
            return new SigningKeys(JWKSet.parse(text));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("no usable signing key in " + file, e);
        }
    }

    private static String generate() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey first(JWKSet keys) {
        return keys.getKeys().getFirst().toECKey();
    }

    /** The statement as a JWS in compact form. */
    String sign(Map<String, Object> statement) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("parvaneh-root"))
                .keyID(first(keys).getKeyID())
                .build();
        var jws = new JWSObject(header, new Payload(statement));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jws.serialize();
    }

    /** What anybody needs to verify: no secret in it. */
    Map<String, Object> published() {
        return keys.toJSONObject(true);
    }
}
