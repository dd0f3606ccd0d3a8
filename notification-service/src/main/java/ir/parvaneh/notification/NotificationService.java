package ir.parvaneh.notification;

import ir.parvaneh.audit.Audit;
import ir.parvaneh.chassis.Chassis;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Tells people what happened to their files. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Audit.class, Chassis.class, NotificationParts.class})
public class NotificationService {
    public static void main(String[] args) {
        new SpringApplicationBuilder(NotificationService.class)
                .properties("spring.config.name=notification-service")
                .run(args);
    }
}
