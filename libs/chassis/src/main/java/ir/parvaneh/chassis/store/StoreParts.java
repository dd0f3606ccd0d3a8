package ir.parvaneh.chassis.store;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import ir.parvaneh.chassis.clock.CityClock;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The beans of this package. Settings: {@code parvaneh.store.uri}, {@code parvaneh.store.database} (the service's name
 * unless given), {@code parvaneh.store.held} (pages of each collection kept in memory after use, 1000),
 * {@code parvaneh.store.threads} (of the driver, 1).
 */
@Configuration(proxyBeanMethods = false)
public class StoreParts {

    /** The driver's own threads: those of HTTP must not wait for each other's documents. */
    @Bean(destroyMethod = "shutdownGracefully")
    EventLoopGroup storeThreads(@Value("${parvaneh.store.threads:1}") int threads) {
        return new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
    }

    @Bean(destroyMethod = "close")
    MongoClient mongo(@Value("${parvaneh.store.uri}") String uri, EventLoopGroup threads) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .transportSettings(
                        TransportSettings.nettyBuilder().eventLoopGroup(threads).build())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    Store store(
            MongoClient mongo,
            @Value("${parvaneh.store.database:${parvaneh.service}}") String database,
            @Value("${parvaneh.store.held:1000}") int held,
            Wire wire,
            CityClock city) {
        Pen pen = new Pen(() -> UuidCreator.getTimeOrderedEpochFast().toString(), InstantSource.system(), city);
        return new Store(mongo.getDatabase(database), wire, pen, held);
    }
}
