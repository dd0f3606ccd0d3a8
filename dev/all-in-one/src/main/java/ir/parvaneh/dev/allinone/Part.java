package ir.parvaneh.dev.allinone;

import ir.parvaneh.application.ApplicationService;
import ir.parvaneh.district.DistrictService;
import ir.parvaneh.gateway.Gateway;
import ir.parvaneh.notification.NotificationService;
import ir.parvaneh.office.OfficeService;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A part of the city that is a Spring context of its own; its configuration file has its own name. */
enum Part {
    APPLICATION("application-service", ApplicationService.class),
    OFFICE("office-service", OfficeService.class),
    DISTRICT("district-service", DistrictService.class),
    NOTIFICATION("notification-service", NotificationService.class),
    GATEWAY("gateway", Gateway.class);

    private final String title;
    private final Class<?> main;

    Part(String title, Class<?> main) {
        this.title = title;
        this.main = main;
    }

    String title() {
        return title;
    }

    int port(Ports ports) {
        return switch (this) {
            case APPLICATION -> ports.application();
            case OFFICE -> ports.office();
            case DISTRICT -> ports.district();
            case NOTIFICATION -> ports.notification();
            case GATEWAY -> ports.gateway();
        };
    }

    /** @param shared properties all parts get, as on a command line */
    ConfigurableApplicationContext start(Ports ports, List<String> shared) {
        List<String> own = new java.util.ArrayList<>(shared);
        own.add("--spring.config.name=" + title);
        own.add("--server.port=" + port(ports));
        own.add("--spring.cloud.gateway.server.webflux.enabled=" + (this == GATEWAY));
        return new SpringApplicationBuilder(main)
                .web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .run(own.toArray(String[]::new));
    }
}
