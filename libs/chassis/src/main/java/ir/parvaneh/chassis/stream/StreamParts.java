package ir.parvaneh.chassis.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import ir.parvaneh.chassis.identity.InternalCalls;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Store;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The beans of this package. Settings: {@code parvaneh.service}, {@code parvaneh.stream.bootstrap},
 * {@code parvaneh.stream.concurrency} (1), and {@code parvaneh.peers.NAME}, the address of the service whose sources
 * begin with {@code /NAME/}.
 */
@Configuration(proxyBeanMethods = false)
@Import({InternalStreams.class, Operations.class})
public class StreamParts {

    @Bean
    KafkaWire wire(
            @Value("${parvaneh.stream.bootstrap}") String bootstrap, @Value("${parvaneh.service}") String service) {
        return new KafkaWire(bootstrap, service);
    }

    @Bean
    Parking parking(Store store) {
        return new MongoParking(store.rows("parked", List.of(Index.on("inbox", "since"))));
    }

    @Bean
    Owners owners(InternalCalls calls, Environment settings) {
        return new HttpOwners(calls, name -> settings.getRequiredProperty("parvaneh.peers." + name));
    }

    @Bean
    Streams streams(
            Store store,
            KafkaWire wire,
            Parking parking,
            Owners owners,
            @Value("${parvaneh.service}") String service,
            @Value("${parvaneh.stream.bootstrap}") String bootstrap,
            @Value("${parvaneh.stream.concurrency:1}") int concurrency,
            ObjectProvider<MeterRegistry> meters) {
        var kafka = Listening.Kafka.of(service, bootstrap, concurrency);
        return new Streams(
                store,
                wire,
                parking,
                owners,
                kafka,
                InstantSource.system(),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
