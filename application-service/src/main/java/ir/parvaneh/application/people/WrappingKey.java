package ir.parvaneh.application.people;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import ir.parvaneh.chassis.keys.KeyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The key under which the keys of persons are encrypted (AES-256-GCM), in a file that all replicas read. Rotation puts a
 * new one before the others; an older one still unwraps what it wrapped until it is taken out of the file by hand.
 */
final class WrappingKey {
    private static final String FILE = "people-wrapping.json";

    private final Path file;
    private final boolean create;
    private volatile Ring ring;

    /** @param aead of all keys; encrypts under the newest */
    private record Ring(KeysetHandle keys, Aead aead) {
        static Ring of(KeysetHandle keys) throws GeneralSecurityException {
            return new Ring(keys, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        }
    }

    private WrappingKey(Path file, boolean create) throws GeneralSecurityException {
        this.file = file;
        this.create = create;
        this.ring = load();
    }

    /** @throws IllegalStateException when there is no usable key there */
    static WrappingKey in(Path folder, boolean create) {
        try {
            AeadConfig.register();
            return new WrappingKey(folder.resolve(FILE), create);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no usable wrapping key in " + folder.resolve(FILE), e);
        }
    }

    private Ring load() throws GeneralSecurityException {
        String text = KeyFile.read(file, create, WrappingKey::generate);
        return Ring.of(TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get()));
    }

    private static String generate() {
        try {
            return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }

    /** The id of the key that wraps now. */
    String id() {
        return id(ring);
    }

    private static String id(Ring ring) {
        return Integer.toUnsignedString(ring.keys().getPrimary().getId());
    }

    /** @param by id of the key it was wrapped under */
    record Wrapped(String key, String by) {}

    /** Another replica may have rotated: what is wrapped from now on, and whatever is asked about it, goes by the file. */
    synchronized void refresh() throws GeneralSecurityException {
        ring = load();
    }

    /** @param personId whose key it is: under another id it cannot be unwrapped */
    Wrapped wrap(KeysetHandle key, String personId) throws GeneralSecurityException {
        refresh();
        Ring now = ring;
        byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(key, now.aead(), bytes(personId));
        return new Wrapped(Base64.getEncoder().encodeToString(wrapped), id(now));
    }

    /** A key that another replica has wrapped under a newer one is found after the file was read again. */
    KeysetHandle unwrap(String key, String personId) throws GeneralSecurityException {
        byte[] wrapped = Base64.getDecoder().decode(key);
        try {
            return unwrap(wrapped, personId, ring);
        } catch (GeneralSecurityException perhapsNewer) {
            ring = load();
            return unwrap(wrapped, personId, ring);
        }
    }

    private static KeysetHandle unwrap(byte[] wrapped, String personId, Ring ring) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, ring.aead(), bytes(personId));
    }

    /** A new key wraps from now on. */
    synchronized void rotate() throws GeneralSecurityException {
        KeysetHandle keys = KeysetHandle.newBuilder(load().keys())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        KeyFile.replace(file, text(keys));
        ring = Ring.of(keys);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
