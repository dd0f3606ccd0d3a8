package ir.parvaneh.application.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeySealTest {

    private static final byte[] SECRET = "the private half".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_was_sealed_opens_again_and_is_not_to_be_read_in_the_store() {
        KeySeal seal = new KeySeal("one");
        KeyRing.Sealed sealed = seal.seal("key-1", SECRET);
        assertThat(new KeySeal("one").open("key-1", sealed)).isEqualTo(SECRET);
        assertThat(sealed.bytes()).doesNotContain("private");
        assertThat(seal.seal("key-1", SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void another_secret_or_another_key_does_not_open_it() {
        KeyRing.Sealed sealed = new KeySeal("one").seal("key-1", SECRET);
        assertThatThrownBy(() -> new KeySeal("two").open("key-1", sealed)).hasMessageContaining("does not open key-1");
        assertThatThrownBy(() -> new KeySeal("one").open("key-2", sealed)).hasMessageContaining("does not open key-2");
    }
}
