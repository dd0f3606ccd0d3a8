package ir.parvaneh.chassis.clock;

import ir.parvaneh.chassis.stream.KafkaWire;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The city's clock; in profile {@code dev} it can be moved. */
@Configuration(proxyBeanMethods = false)
public class ClockParts {

    @Bean
    CityClock cityClock() {
        return new CityClock(InstantSource.system());
    }

    /** What moves it. */
    @Configuration(proxyBeanMethods = false)
    @Profile("dev")
    @Import(ClockDoor.class)
    static class Movable {

        @Bean
        ClockFollower clockFollower(CityClock clock, @Value("${parvaneh.stream.bootstrap}") String bootstrap) {
            return new ClockFollower(clock, bootstrap);
        }

        @Bean
        ClockMover clockMover(CityClock clock, KafkaWire wire) {
            return new ClockMover(clock, wire);
        }
    }
}
