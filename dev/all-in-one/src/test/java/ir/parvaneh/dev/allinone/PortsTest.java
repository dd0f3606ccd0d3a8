package ir.parvaneh.dev.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void the_environment_may_move_a_port_and_leaves_the_others() {
        Ports ports = Ports.usual(Map.of("PARVANEH_GATEWAY_PORT", "9999", "PARVANEH_STORE_PORT", " "));
        assertThat(ports.gateway()).isEqualTo(9999);
        assertThat(ports.store()).isEqualTo(27117);
    }

    @Test
    void free_ports_differ() {
        Ports ports = Ports.free();
        assertThat(ports.gateway()).isPositive().isNotEqualTo(ports.store()).isNotEqualTo(ports.broker());
    }
}
