package ir.parvaneh.dev.issuer;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static String url;
    private static ConfigurableApplicationContext issuer;

    @BeforeAll
    static void start() throws Exception {
        try (var socket = new ServerSocket(0)) {
            url = "http://127.0.0.1:" + socket.getLocalPort();
        }
        issuer = startOn(URI.create(url).getPort());
    }

    @AfterAll
    static void stop() {
        issuer.close();
        HTTP.close();
    }

    @Test
    void a_token_says_who_one_is_and_verifies_against_the_published_keys() throws Exception {
        SignedJWT token = tokenOf("office-017-head");
        assertThat(verifies(token)).isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");

        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject())
                .isEqualTo(CityPeople.personId("office-017-head").toString());
        assertThat(claims.getStringListClaim("roles")).containsExactly("office-head");
        assertThat(claims.getStringClaim("office_id")).isEqualTo("office-017");
        assertThat(claims.getAudience()).containsExactly("parvaneh");
        assertThat(claims.getIssuer()).isEqualTo(url);
        assertThat(claims.getClaims()).doesNotContainKeys("name", "district_no", "agency");
        assertThat(claims.getExpirationTime().toInstant())
                .isCloseTo(Instant.now().plus(12, ChronoUnit.HOURS), within(2, ChronoUnit.MINUTES));
    }

    @Test
    void a_district_is_a_number_and_an_agency_goes_without_its_prefix() throws Exception {
        assertThat(tokenOf("district-07-mayor").getJWTClaimsSet().getIntegerClaim("district_no"))
                .isEqualTo(7);
        assertThat(tokenOf("agency-fire-2").getJWTClaimsSet().getStringClaim("agency"))
                .isEqualTo("fire");
        assertThat(tokenOf("application-service").getJWTClaimsSet().getStringListClaim("roles"))
                .containsExactly("service");
    }

    @Test
    void nobody_unknown_and_nobody_with_another_secret_gets_a_token() throws Exception {
        assertThat(askToken("citizen-3001", "dev").statusCode()).isEqualTo(401);
        assertThat(askToken("citizen-0001", "guess").statusCode()).isEqualTo(401);
        assertThat(askToken("citizen-0001", "dev").statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_is_still_good_after_a_restart_on_the_same_data() throws Exception {
        SignedJWT before = tokenOf("citizen-0001");
        issuer.close();
        issuer = startOn(URI.create(url).getPort());
        assertThat(verifies(before)).isTrue();
    }

    @Test
    void metadata_names_the_issuer_its_keys_and_its_token_endpoint() throws Exception {
        for (String place : List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
            JsonNode metadata = JSON.readTree(get(place).body());
            assertThat(metadata.get("issuer").stringValue()).isEqualTo(url);
            assertThat(metadata.get("jwks_uri").stringValue()).isEqualTo(url + "/oauth2/jwks");
            assertThat(metadata.get("token_endpoint").stringValue()).isEqualTo(url + "/oauth2/token");
        }
    }

    @Test
    void the_people_page_filters_by_role_office_and_district() throws Exception {
        JsonNode inspectors = JSON.readTree(
                get("/dev/people?role=office-inspector&office=office-003").body());
        assertThat(inspectors.size()).isEqualTo(3);
        assertThat(inspectors.get(0).get("personId").stringValue())
                .isEqualTo(CityPeople.personId("office-003-inspector-1").toString());
        assertThat(inspectors.get(0).has("agency")).isFalse();
        assertThat(JSON.readTree(get("/dev/people?district=22").body()).size()).isEqualTo(7);
        assertThat(JSON.readTree(get("/dev/people?role=citizen&limit=5").body()).size())
                .isEqualTo(5);
        assertThat(get("/dev/people?district=abc").statusCode()).isEqualTo(400);
    }

    private static ConfigurableApplicationContext startOn(int port) {
        return IssuerApplication.start("--server.port=" + port, "--issuer.data=" + data);
    }

    private static SignedJWT tokenOf(String name) throws Exception {
        HttpResponse<String> answer = askToken(name, "dev");
        return SignedJWT.parse(JSON.readTree(answer.body()).get("access_token").stringValue());
    }

    private static boolean verifies(SignedJWT token) throws Exception {
        JWKSet keys = JWKSet.parse(get("/oauth2/jwks").body());
        assertThat(keys.containsNonPublicKeys()).isFalse();
        return token.verify(new RSASSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()));
    }

    private static HttpResponse<String> askToken(String name, String secret) throws Exception {
        String form = "grant_type=client_credentials&client_id=" + name + "&client_secret=" + secret;
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url + path)).build(), ofString());
    }
}
