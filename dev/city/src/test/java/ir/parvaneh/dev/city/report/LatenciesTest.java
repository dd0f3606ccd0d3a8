package ir.parvaneh.dev.city.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentiles_are_of_the_nearest_rank() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 2000; millis++) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.millis(50)).isEqualTo(1000.0);
        assertThat(latencies.millis(99)).isEqualTo(1980.0);
        assertThat(new Latencies().millis(99)).isZero();
    }
}
