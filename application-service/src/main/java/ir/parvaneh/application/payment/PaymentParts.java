package ir.parvaneh.application.payment;

import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The beans of this package. Settings below {@code parvaneh.payments}: {@code provider-url}, {@code merchant} (the
 * city's secret at the provider), {@code callback-secret}, {@code callback-url}, {@code callback-window}.
 */
@Configuration(proxyBeanMethods = false)
class PaymentParts {

    @Bean
    PaymentProvider paymentProvider(
            @Value("${parvaneh.payments.provider-url}") String base,
            @Value("${parvaneh.payments.merchant}") String merchant,
            @Value("${parvaneh.payments.callback-url}") String callbackUrl) {
        return new SandboxProvider(WebClient.builder(), base, merchant, callbackUrl);
    }

    @Bean
    CallbackCheck callbackCheck(
            @Value("${parvaneh.payments.callback-secret}") String secret,
            @Value("${parvaneh.payments.callback-window:PT5M}") Duration window) {
        return new CallbackCheck(secret, window, InstantSource.system());
    }

    @Bean
    Nonces nonces(Store store, @Value("${parvaneh.payments.callback-window:PT5M}") Duration window) {
        return new Nonces(
                store.rows("nonces", List.of(Index.on("at"))), window.multipliedBy(3), InstantSource.system());
    }
}
