package ir.parvaneh.gateway;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as {@code application/problem+json}, in Persian for who prefers it, else in English. */
@Component
final class Problems {
    private static final Pattern SAID =
            Pattern.compile("(?!(?:.*[^A-Za-z0-9])?\\d{8,14}(?![A-Za-z0-9]))[A-Za-z0-9._:{}-]{0,80}");
    private static final long READ_AT_MOST = 16L << 20;
    private static final Duration READ_WITHIN = Duration.ofSeconds(5);

    private final ProblemTexts texts = new ProblemTexts();
    private final JsonMapper json = JsonMapper.shared();

    Mono<Void> write(ServerWebExchange exchange, Refused refused) {
        ProblemTexts.Text text = texts.of(refused.code());
        boolean persian = prefersPersian(exchange);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(text.status()));
        describe(response.getHeaders(), persian, refused.retryAfter());
        Problem problem = problem(exchange, refused.code(), text.status(), text.in(persian));
        DataBuffer body = response.bufferFactory().wrap(json.writeValueAsBytes(problem));
        return rest(exchange).then(response.writeWith(Mono.just(body)));
    }

    /**
     * Reads what the caller still sends, and forgets it: answered in the middle of a request, a connection that is kept
     * may take the rest of it for the next one, which then never gets an answer, and one that is closed is reset under
     * the caller before he has read why. After what is too large to be read whole the connection ends.
     */
    private static Mono<Void> rest(ServerWebExchange exchange) {
        if (exchange.getRequest().getHeaders().getContentLength() > READ_AT_MOST) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        return DataBufferUtils.takeUntilByteCount(exchange.getRequest().getBody(), READ_AT_MOST)
                .doOnNext(DataBufferUtils::release)
                .then()
                .timeout(READ_WITHIN)
                .onErrorComplete();
    }

    int status(String code) {
        return texts.of(code).status();
    }

    private static Problem problem(
            ServerWebExchange exchange, String code, int status, ProblemTexts.Sentence sentence) {
        String path = said(exchange.getRequest().getURI().getRawPath());
        String trace = Trace.of(exchange).id();
        String type = "urn:parvaneh:problem:" + code;
        return new Problem(type, sentence.title(), status, sentence.detail(), code, path, trace);
    }

    /** An address without parts that could be somebody's name or number: problems end in logs. */
    static String said(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(part -> SAID.matcher(part).matches() ? part : "-")
                .collect(Collectors.joining("/"));
    }

    private static void describe(HttpHeaders headers, boolean persian, Duration retryAfter) {
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        headers.set(HttpHeaders.CONTENT_LANGUAGE, persian ? "fa" : "en");
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
    }

    private static boolean prefersPersian(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getAcceptLanguageAsLocales().stream()
                    .map(Locale::getLanguage)
                    .filter(language -> language.equals("fa") || language.equals("en"))
                    .findFirst()
                    .filter("fa"::equals)
                    .isPresent();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
