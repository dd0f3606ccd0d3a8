package ir.parvaneh.dev.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set under {@code issuer.*}.
 *
 * @param url the issuer's name in tokens and metadata, also its address
 * @param data directory of the signing key, so that tokens survive a restart
 * @param secret the one secret of everybody
 * @param audience the {@code aud} of every token
 * @param life how long a token is good
 */
@ConfigurationProperties("issuer")
record IssuerSettings(URI url, Path data, String secret, String audience, Duration life) {}
