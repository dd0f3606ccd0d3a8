package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.web.Commands;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.io.ClassPathResource;

/** Gateway and services are built apart, and must agree how long an answer may take. */
final class PatienceTest {
    private static final Duration LOST_RACES = Duration.ofSeconds(5);

    @Test
    void the_gateway_waits_longer_than_a_client_may_ask_a_service_to_wait() {
        assertThat(gateways("parvaneh.gateway.response-timeout")).isGreaterThan(Commands.LONGEST_WAIT.plus(LOST_RACES));
    }

    private static Duration gateways(String setting) {
        var settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("gateway.yml"));
        Properties found = settings.getObject();
        return DurationStyle.detectAndParse(found.getProperty(setting));
    }
}
