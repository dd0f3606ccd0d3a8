package ir.parvaneh.gateway;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where each service is. A service without an address stops the gateway from starting. */
@Component
final class Upstreams {
    private final Map<Service, Replicas> replicas = new EnumMap<>(Service.class);

    Upstreams(Settings settings) {
        for (Service service : Service.values()) {
            var addresses = settings.services().get(service);
            if (addresses == null || addresses.isEmpty()) {
                throw new IllegalStateException("no address for the " + service.label() + " service");
            }
            replicas.put(service, new Replicas(service, addresses, settings.breaker()));
        }
    }

    Replicas of(Service service) {
        return replicas.get(service);
    }
}
