package ir.parvaneh.application.screening;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of this package. Settings: {@code parvaneh.virus-scan.by}, {@code development} or {@code clamd}, and
 * {@code parvaneh.virus-scan.address}, host and port of clamd.
 */
@Configuration(proxyBeanMethods = false)
class ScreeningParts {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    enum Scanner {
        DEVELOPMENT,
        CLAMD
    }

    @Bean
    VirusScan virusScan(
            @Value("${parvaneh.virus-scan.by:development}") Scanner by,
            @Value("${parvaneh.virus-scan.address:127.0.0.1:3310}") String address) {
        URI clamd = URI.create("tcp://" + address);
        return switch (by) {
            case DEVELOPMENT -> new EicarScan();
            case CLAMD -> new ClamdScan(InetSocketAddress.createUnresolved(clamd.getHost(), clamd.getPort()), PATIENCE);
        };
    }

    @Bean
    Screening screening(VirusScan viruses) {
        return new Screening(ScreeningPolicy.load(), viruses);
    }
}
