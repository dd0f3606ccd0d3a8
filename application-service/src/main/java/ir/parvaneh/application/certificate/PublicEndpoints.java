package ir.parvaneh.application.certificate;

import io.swagger.v3.oas.annotations.Hidden;
import ir.parvaneh.chassis.web.Language;
import ir.parvaneh.chassis.web.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What anybody may ask about a paper, without a token: does it hold, by which keys, and what was taken back. */
@RestController
final class PublicEndpoints {

    private static final MediaType STATUS_LIST = MediaType.parseMediaType("application/statuslist+jwt");
    private static final MediaType JWK_SET = MediaType.parseMediaType("application/jwk-set+json");
    private static final CacheControl MINUTES = CacheControl.maxAge(Duration.ofMinutes(5));
    private static final int LONGEST = 4096;

    private final Verification verification;
    private final VerificationPage page;
    private final SigningKeys keys;
    private final StatusLists lists;

    PublicEndpoints(Verification verification, VerificationPage page, SigningKeys keys, StatusLists lists) {
        this.verification = verification;
        this.page = page;
        this.keys = keys;
        this.lists = lists;
    }

    /** By serial, or by the statement that the code of a paper holds. */
    @GetMapping("/v1/verification")
    Mono<ResponseEntity<Verification.Finding>> verify(
            @RequestParam(required = false) String serial, @RequestParam(required = false) String statement) {
        return asked(serial, statement)
                .switchIfEmpty(Mono.error(() -> Refused.at("parameter-missing", "serial")))
                .map(finding ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(finding));
    }

    /** The same for people: the page a phone is led to by the code. */
    @Hidden
    @GetMapping(path = "/verify", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> page(
            @RequestParam(name = "s", required = false) String statement,
            @RequestParam(required = false) String serial,
            @RequestParam(required = false) String lang,
            ServerWebExchange exchange) {
        Words words =
                lang == null ? Words.valueOf(Language.of(exchange).name()) : lang.equals("en") ? Words.en : Words.fa;
        return asked(serial, statement)
                .map(finding -> page.found(finding, statement, words))
                .switchIfEmpty(Mono.fromSupplier(() -> page.empty(words)))
                .map(PublicEndpoints::sent);
    }

    private static ResponseEntity<String> sent(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", VerificationPage.SECURITY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .body(html);
    }

    @Hidden
    @GetMapping("/verify/vazirmatn.woff2")
    ResponseEntity<Resource> font() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("font/woff2"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .body(new ClassPathResource("typeset/Vazirmatn-Regular.woff2"));
    }

    private Mono<Verification.Finding> asked(String serial, String statement) {
        if (statement != null && !statement.isBlank()) {
            return verification.ofStatement(shortened(statement));
        }
        return serial == null || serial.isBlank() ? Mono.empty() : verification.ofSerial(shortened(serial));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** The keys that signed papers, as a JWK set; retired ones stay in it. */
    @GetMapping("/v1/certificate-keys")
    Mono<ResponseEntity<Map<String, Object>>> keys() {
        return keys.published().map(set -> ResponseEntity.ok()
                .contentType(JWK_SET)
                .cacheControl(MINUTES)
                .body(set));
    }

    /** What was revoked or superseded in a district and year, as a signed Token Status List. */
    @GetMapping("/v1/status-lists/{list}")
    Mono<ResponseEntity<String>> statusList(@PathVariable String list) {
        return lists.list(list)
                .map(jwt -> ResponseEntity.ok()
                        .contentType(STATUS_LIST)
                        .cacheControl(MINUTES)
                        .body(jwt))
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")));
    }
}
