package ir.parvaneh.chassis.web;

import java.time.Duration;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** The beans of this package; a service imports it. Settings: {@code parvaneh.cursor-secret}, {@code parvaneh.deadline}. */
@Configuration(proxyBeanMethods = false)
public class WebParts {
    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    ProblemHandler problemHandler(Problems problems) {
        return new ProblemHandler(problems);
    }

    @Bean
    TraceFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    Commands commands(@Value("${parvaneh.deadline:PT5S}") Duration deadline) {
        return new Commands(deadline);
    }

    /** The default serves development; a city sets its own secret, the same for all replicas of a service. */
    @Bean
    Cursors cursors(@Value("${parvaneh.cursor-secret:for development only}") String secret) {
        return new Cursors(secret);
    }

    @Bean
    WebFluxConfigurer strictBodies() {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.customCodecs().register(new StrictJson());
            }
        };
    }

    @Bean
    OpenApiCustomizer sharedParts(@Value("${parvaneh.service:parvaneh}") String name) {
        return new ApiDocument(name);
    }
}
