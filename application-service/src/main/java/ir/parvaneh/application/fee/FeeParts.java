package ir.parvaneh.application.fee;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package; a broken tariff stops the service here. */
@Configuration(proxyBeanMethods = false)
class FeeParts {

    @Bean
    Tariffs tariffs() {
        return Tariffs.load();
    }

    @Bean
    Estimates estimates(Tariffs tariffs) {
        return new Estimates(tariffs);
    }

    @Bean
    OfficeCharges officeCharges(Tariffs tariffs) {
        return new OfficeCharges(tariffs);
    }
}
