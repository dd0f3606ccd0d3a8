package ir.parvaneh.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Everything an operator may set, with its default in {@code gateway.yml}.
 *
 * @param dev whether the development roads (city clock, people, token end point) are open
 * @param services base addresses of each service; several are replicas
 * @param responseTimeout from the request sent to the first line of the answer; live streams have none
 */
@ConfigurationProperties("parvaneh.gateway")
record Settings(
        boolean dev,
        Map<Service, List<URI>> services,
        Duration responseTimeout,
        Duration connectTimeout,
        DataSize maxBody,
        Parts parts,
        Tokens tokens,
        Rates rates,
        Breaker breaker,
        int streamsEach,
        Cors cors,
        Docs docs) {

    /**
     * Parts of files on the road of uploads.
     *
     * @param max the largest part
     * @param responseTimeout from the first byte of a part to the answer about it
     */
    record Parts(DataSize max, Duration responseTimeout) {}

    /**
     * @param audience blank when it is not to be checked
     * @param keys where the issuer's public keys are read; may differ from its public name inside a network
     */
    record Tokens(String issuer, String audience, URI keys, int remembered, Duration keysFreshFor) {}

    /** @param clients how many clients are remembered at most; the least recent are forgotten, not refused */
    record Rates(Rate caller, Rate anonymous, int clients) {}

    record Rate(long requests, Duration per) {}

    /**
     * When an address is spared.
     *
     * @param failures percentage of failed calls that opens a breaker once {@code judgedFrom} calls are seen
     * @param trials calls that are let through after {@code openFor}; when they succeed the breaker is closed
     * @param trialsWithin how long they are waited for: a quiet night brings few calls, and a live stream holds its trial
     */
    record Breaker(int window, int judgedFrom, float failures, Duration openFor, int trials, Duration trialsWithin) {}

    record Cors(List<String> origins, Duration maxAge) {}

    record Docs(boolean api, boolean page, Duration freshFor) {}
}
