package ir.parvaneh.dev.city.audit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A root's statement: a JWS in compact form, signed with ES256. Verified with nothing but the JDK. */
public record SignedRoot(String jws) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What it says, believed or not. */
    public JsonNode says() {
        return part(1);
    }

    private JsonNode part(int index) {
        return JSON.readTree(new String(Digests.read(jws.split("\\.")[index]), StandardCharsets.UTF_8));
    }

    /** What the next root must say about this one. */
    public String digest() {
        return Digests.of(jws);
    }

    /** The id of the key that signed it. */
    public String keyId() {
        return part(0).path("kid").asString("");
    }

    /** @param keys a JWK set */
    public boolean isSignedBy(JsonNode keys) {
        return keys.path("keys")
                .valueStream()
                .filter(key -> key.path("kid").asString("").equals(keyId()))
                .anyMatch(this::isSignedWith);
    }

    private boolean isSignedWith(JsonNode key) {
        try {
            int dot = jws.lastIndexOf('.');
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(publicKey(key));
            signature.update(jws.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
            return part(0).path("alg").asString("").equals("ES256")
                    && signature.verify(Digests.read(jws.substring(dot + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException notVerifiable) {
            return false;
        }
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger coordinate(JsonNode key, String name) {
        return new BigInteger(1, Digests.read(key.path(name).asString("")));
    }
}
