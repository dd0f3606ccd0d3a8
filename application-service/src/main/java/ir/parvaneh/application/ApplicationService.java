package ir.parvaneh.application;

import ir.parvaneh.audit.Audit;
import ir.parvaneh.chassis.clock.ClockParts;
import ir.parvaneh.chassis.identity.IdentityParts;
import ir.parvaneh.chassis.store.StoreParts;
import ir.parvaneh.chassis.stream.StreamParts;
import ir.parvaneh.chassis.web.WebParts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The file: its process, who may do what next, and whose time it takes. It alone judges. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({Audit.class, WebParts.class, IdentityParts.class, ClockParts.class, StoreParts.class, StreamParts.class})
public class ApplicationService {

    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "application-service");
        SpringApplication.run(ApplicationService.class, arguments);
    }
}
