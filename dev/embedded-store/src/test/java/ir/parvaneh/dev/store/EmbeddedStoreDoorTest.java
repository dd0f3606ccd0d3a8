package ir.parvaneh.dev.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedStoreDoorTest {

    @Test
    void a_store_names_the_port_it_took() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            assertThat(store.uri()).isEqualTo("mongodb://127.0.0.1:" + store.port());
        }
    }
}
