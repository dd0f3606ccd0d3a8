package ir.parvaneh.application.people;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** Seals what persons tell, each under a key of his own (AES-256-GCM), and opens it again while that key is there. */
final class Vault {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WrappingKey wrapping;
    private final BlindIndex index;

    Vault(WrappingKey wrapping, BlindIndex index) {
        this.wrapping = wrapping;
        this.index = index;
    }

    BlindIndex index() {
        return index;
    }

    /** The profile after a person told this; he keeps his key, and gets a new one when he has none. */
    Profile seal(String personId, Identity identity, Profile before, long version) {
        try {
            KeysetHandle key = before.isReadable()
                    ? wrapping.unwrap(before.key(), personId)
                    : KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] sealed = aead(key).encrypt(JSON.writeValueAsBytes(identity), bytes(personId));
            WrappingKey.Wrapped wrapped = wrapping.wrap(key, personId);
            return new Profile(
                    Base64.getEncoder().encodeToString(sealed),
                    wrapped.key(),
                    wrapped.by(),
                    index.ofNationalId(identity.nationalId()),
                    index.ofMobile(identity.mobile()),
                    version);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the profile of " + personId + " cannot be sealed", e);
        }
    }

    /** @throws IllegalStateException when the key is not the person's or the wrapping key is gone */
    Identity open(String personId, Profile profile) {
        try {
            KeysetHandle key = wrapping.unwrap(profile.key(), personId);
            byte[] clear = aead(key).decrypt(Base64.getDecoder().decode(profile.sealed()), bytes(personId));
            return JSON.readValue(clear, Identity.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the profile of " + personId + " cannot be opened", e);
        }
    }

    /** The same under the newest wrapping key: what is sealed stays as it is. */
    Profile rewrapped(String personId, Profile profile) {
        try {
            WrappingKey.Wrapped wrapped = wrapping.wrap(wrapping.unwrap(profile.key(), personId), personId);
            return new Profile(
                    profile.sealed(),
                    wrapped.key(),
                    wrapped.by(),
                    profile.nationalIdSign(),
                    profile.mobileSign(),
                    profile.changed());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + personId + " cannot be wrapped anew", e);
        }
    }

    private static Aead aead(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
