package ir.parvaneh.district;

import ir.parvaneh.audit.Audit;
import ir.parvaneh.chassis.Chassis;
import ir.parvaneh.district.commission.CommissionParts;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The desks of the 22 districts, of agencies and of commissions, their signatures, and the city's figures. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Audit.class, Chassis.class, DistrictDesks.class, DistrictParts.class, CommissionParts.class})
public class DistrictService {
    public static void main(String[] args) {
        new SpringApplicationBuilder(DistrictService.class)
                .properties("spring.config.name=district-service")
                .run(args);
    }
}
