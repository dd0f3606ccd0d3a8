package ir.parvaneh.application.certificate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys that sign certificates, the newest last. Only the newest signs; the others stay for ever, since papers they
 * signed are still about.
 */
record KeyRing(List<Entry> keys) {

    KeyRing {
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /**
     * One key.
     *
     * @param id beginning of its JWK thumbprint
     * @param publicKey as a JWK
     * @param sealed its private half, encrypted
     * @param retiredAt when it ceased to sign, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(String id, String publicKey, Sealed sealed, Instant since, Instant retiredAt) {

        Entry retired(Instant at) {
            return retiredAt == null ? new Entry(id, publicKey, sealed, since, at) : this;
        }

        @Override
        public String toString() {
            return "key " + id;
        }
    }

    /** A secret as it is stored: salt of the key it is sealed with, nonce, and the sealed bytes, all in Base64. */
    record Sealed(String salt, String nonce, String bytes) {}

    static KeyRing empty() {
        return new KeyRing(null);
    }

    @JsonIgnore
    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The key that signs. */
    @JsonIgnore
    Entry signing() {
        return keys.getLast();
    }

    Optional<Entry> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    KeyRing with(Entry newest) {
        List<Entry> all = new ArrayList<>();
        keys.forEach(key -> all.add(key.retired(newest.since())));
        all.add(newest);
        return new KeyRing(all);
    }
}
