package ir.parvaneh.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.caffeine.Bucket4jCaffeine;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.netty.channel.ChannelOption;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the framework's parts are given to work with. */
@Configuration(proxyBeanMethods = false)
class Plumbing {
    @Bean
    AsyncProxyManager<String> buckets(Settings settings) {
        Caffeine<Object, Object> clients =
                Caffeine.newBuilder().maximumSize(settings.rates().clients());
        return Bucket4jCaffeine.<String>builderFor(clients).build().asAsync();
    }

    /**
     * Set once for all connections: as a property of each route the time-out would be applied to every request anew.
     * The client's own retry would repeat commands; {@link Forwarding} knows better.
     */
    @Bean
    HttpClientCustomizer connecting(Settings settings) {
        int millis = Math.toIntExact(settings.connectTimeout().toMillis());
        return client -> client.disableRetry(true).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis);
    }
}
