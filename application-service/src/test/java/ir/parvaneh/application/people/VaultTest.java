package ir.parvaneh.application.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final Identity WHO = new Identity("0499370899", "علی کریمی", "09123456789");

    @TempDir
    Path keys;

    private Vault vault() {
        return new Vault(WrappingKey.in(keys, true), BlindIndex.in(keys, true));
    }

    @Test
    void what_is_sealed_says_nothing_and_opens_again_after_a_restart() {
        Profile sealed = vault().seal("p", WHO, Profile.blank(), 1);
        assertThat(String.join(" ", sealed.sealed(), sealed.key(), sealed.nationalIdSign(), sealed.mobileSign()))
                .doesNotContain("0499370899", "09123456789", "علی");
        assertThat(vault().open("p", sealed)).isEqualTo(WHO);
    }

    @Test
    void one_persons_seal_is_not_anothers() {
        Vault vault = vault();
        Profile one = vault.seal("p", WHO, Profile.blank(), 1);
        assertThatThrownBy(() -> vault.open("q", one)).isInstanceOf(IllegalStateException.class);
        Profile other = vault.seal("q", WHO, Profile.blank(), 1);
        Profile mixed = new Profile(one.sealed(), other.key(), other.wrappedBy(), null, null, 1);
        assertThatThrownBy(() -> vault.open("q", mixed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_number_has_the_same_sign_and_kinds_are_told_apart() {
        BlindIndex index = BlindIndex.in(keys, true);
        assertThat(index.ofNationalId("0499370899")).isEqualTo(index.ofNationalId("0499370899"));
        assertThat(index.ofNationalId("0499370899")).isNotEqualTo(index.ofMobile("0499370899"));
        BlindIndex foreign = BlindIndex.in(keys.resolve("other"), true);
        assertThat(foreign.ofNationalId("0499370899")).isNotEqualTo(index.ofNationalId("0499370899"));
    }

    @Test
    void another_replica_learns_of_a_new_wrapping_key_by_itself() throws Exception {
        WrappingKey one = WrappingKey.in(keys, true);
        Vault other = vault();
        Profile before = other.seal("p", WHO, Profile.blank(), 1);
        one.rotate();
        Profile after = new Vault(one, BlindIndex.in(keys, true)).rewrapped("p", before);
        assertThat(after.wrappedBy()).isNotEqualTo(before.wrappedBy());
        assertThat(after.sealed()).isEqualTo(before.sealed());
        assertThat(other.open("p", after)).isEqualTo(WHO);
    }

    @Test
    void without_the_wrapping_key_nothing_opens() throws Exception {
        Profile sealed = vault().seal("p", WHO, Profile.blank(), 1);
        Files.delete(keys.resolve("people-wrapping.json"));
        assertThatThrownBy(() -> WrappingKey.in(keys, false)).hasMessageContaining("people-wrapping.json");
        assertThatThrownBy(() -> vault().open("p", sealed)).isInstanceOf(IllegalStateException.class);
    }
}
