package ir.parvaneh.application.people;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import ir.parvaneh.chassis.keys.KeyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Signs of numbers by which a person can be looked up and from which the number cannot be had: HMAC-SHA-256 under a key of
 * its own. A plain hash would not do, as all national IDs can be tried in minutes.
 */
final class BlindIndex {
    private static final String FILE = "people-index.json";

    private final Mac mac;

    private BlindIndex(Mac mac) {
        this.mac = mac;
    }

    /** @throws IllegalStateException when there is no usable key there */
    static BlindIndex in(Path folder, boolean create) {
        try {
            MacConfig.register();
            String text = KeyFile.read(folder.resolve(FILE), create, BlindIndex::generate);
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
            return new BlindIndex(keys.getPrimitive(RegistryConfiguration.get(), Mac.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no usable key in " + folder.resolve(FILE), e);
        }
    }

    private static String generate() {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String ofNationalId(String digits) {
        return sign("national-id:" + digits);
    }

    String ofMobile(String digits) {
        return sign("mobile:" + digits);
    }

    private String sign(String text) {
        try {
            byte[] sign = mac.computeMac(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sign);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
