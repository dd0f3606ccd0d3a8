package ir.parvaneh.office;

import ir.parvaneh.audit.Audit;
import ir.parvaneh.chassis.Chassis;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Offices, their people and desks, site visits and engineers. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Audit.class, Chassis.class, OfficeParts.class, OfficeDesks.class})
public class OfficeService {
    public static void main(String[] args) {
        new SpringApplicationBuilder(OfficeService.class)
                .properties("spring.config.name=office-service")
                .run(args);
    }
}
