package ir.parvaneh.chassis.web;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.Titles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns refusals and accidents into RFC 9457 problems, in the caller's {@link Language}. Status and texts of a code come
 * from the {@code problems/*.yaml} of all modules on the class path: {@code code: {status: 422, fa: [title, detail], en:
 * [title, detail]}}; {@code {name}} in a text stands for that detail of the refusal. A detail named {@code sentence}
 * ({@link Titles}) replaces the text. A code nobody describes is 422.
 */
public final class Problems {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern BLANK = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String SENTENCE = "sentence";
    private static final Object RETRY_SECONDS = 2;

    private final ProblemCatalogue catalogue = ProblemCatalogue.fromClassPath();

    public int status(Refusal refusal) {
        return catalogue.get(refusal.code()).status();
    }

    /** What an exception means to the one who asked. */
    public static Refusal refusalOf(Throwable accident) {
        return Accidents.refusalOf(accident);
    }

    public boolean knows(String code) {
        return catalogue.knows(code);
    }

    /** The members of the problem, for answers that carry several (batches). */
    public Map<String, Object> members(Refusal refusal, ServerWebExchange exchange) {
        var language = Language.of(exchange);
        var entry = catalogue.get(refusal.code());
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:parvaneh:problem:" + refusal.code());
        problem.put("title", entry.in(language).title());
        problem.put("status", entry.status());
        problem.put("detail", detail(refusal, entry.in(language), language));
        problem.put("code", refusal.code());
        problem.put("instance", Unsaid.in(exchange.getRequest().getPath().value()));
        problem.put("traceId", Trace.of(exchange).traceId());
        refusal.details().forEach((name, value) -> addDetail(problem, name, value));
        if (!refusal.errors().isEmpty()) {
            problem.put(
                    "errors",
                    refusal.errors().stream()
                            .map(fault -> fault(fault, language))
                            .toList());
        }
        return problem;
    }

    /** Answers the request with the problem. */
    public Mono<Void> answer(Refusal refusal, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        int status = status(refusal);
        response.setStatusCode(HttpStatusCode.valueOf(status));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders()
                .set(HttpHeaders.CONTENT_LANGUAGE, Language.of(exchange).name());
        headersOf(status, refusal, response.getHeaders());
        byte[] body = JSON.writeValueAsBytes(members(refusal, exchange));
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void headersOf(int status, Refusal refusal, HttpHeaders headers) {
        if (status == 503 || status == 429) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    refusal.details().getOrDefault("retryAfter", RETRY_SECONDS).toString());
        }
        if (status == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        if (status == 405 && refusal.details().get("allowed") instanceof List<?> allowed) {
            headers.set(HttpHeaders.ALLOW, joined(allowed));
        }
    }

    private static void addDetail(Map<String, Object> problem, String name, Object value) {
        if (!name.equals(SENTENCE)) {
            problem.putIfAbsent(name, value);
        }
    }

    private static String detail(Refusal refusal, ProblemCatalogue.Text text, Language language) {
        return switch (refusal.details().get(SENTENCE)) {
            case Titles sentence -> language == Language.fa ? sentence.fa() : sentence.en();
            case Map<?, ?> stored when stored.get(language.name()) instanceof String sentence -> sentence;
            case null, default ->
                BLANK.matcher(text.detail())
                        .replaceAll(blank -> Matcher.quoteReplacement(
                                filled(refusal.details().get(blank.group(1)))));
        };
    }

    private Map<String, Object> fault(Fault fault, Language language) {
        var member = new LinkedHashMap<String, Object>();
        member.put("pointer", Unsaid.in(fault.pointer()));
        member.put("code", fault.code());
        if (catalogue.knows(fault.code())) {
            member.put("detail", catalogue.get(fault.code()).in(language).title());
        }
        return member;
    }

    private static String filled(Object value) {
        return value == null ? "—" : value instanceof List<?> list ? joined(list) : value.toString();
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
