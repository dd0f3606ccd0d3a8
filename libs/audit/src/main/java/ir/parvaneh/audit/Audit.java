package ir.parvaneh.audit;

import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.clock.Rounds;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Store;
import ir.parvaneh.chassis.stream.Streams;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What makes a service's histories auditable; it imports this beside the chassis. Settings: {@code parvaneh.service};
 * {@code PARVANEH_KEYS}, the folder of keys ({@code .data/keys}); {@code PARVANEH_KEYS_CREATE}, whether a missing key is
 * made (false); {@code parvaneh.audit.zone}, where days begin ({@code Asia/Tehran}).
 */
@Configuration(proxyBeanMethods = false)
@Import({ChainEndpoints.class, RootEndpoints.class})
public class Audit {

    @Bean
    Chains chains(Store store) {
        return new Chains(store);
    }

    /** The service's status tells how many histories the last root found to be other than they were signed. */
    @Bean
    Roots roots(Store store, Streams streams) {
        Roots roots = new Roots(store.rows("audit-roots", List.of()));
        streams.count("audit.faults", roots.faults());
        return roots;
    }

    @Bean
    SigningKeys rootKeys(
            @Value("${PARVANEH_KEYS:.data/keys}") String folder,
            @Value("${PARVANEH_KEYS_CREATE:false}") boolean create,
            @Value("${parvaneh.service}") String service) {
        return SigningKeys.in(Path.of(folder), service, create);
    }

    @Bean
    RootMaking rootMaking(
            Store store,
            Chains chains,
            Roots roots,
            SigningKeys keys,
            CityClock clock,
            @Value("${parvaneh.service}") String service,
            @Value("${parvaneh.audit.zone:Asia/Tehran}") String zone) {
        Leaves leaves = new Leaves(store.rows("audit-leaves", List.of(Index.on("source", "aggregate", "root"))));
        return new RootMaking(service, chains, roots, leaves, keys, clock, ZoneId.of(zone));
    }

    /** Looks every few seconds of real time whether the city has begun a day that has no root yet. */
    @Bean
    Rounds dailyRoots(RootMaking making) {
        return new Rounds().each(Duration.ofSeconds(5), "daily root", making::daily);
    }
}
