package ir.parvaneh.chassis.web;

import com.mongodb.MongoException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** What an exception means to the one who asked. */
final class Accidents {
    static final String INTERNAL = "internal";
    static final String AWAY = "dependency-away";

    private Accidents() {}

    static Refusal refusalOf(Throwable accident) {
        return switch (accident) {
            case Refused refused -> refused.refusal();
            case ResponseStatusException status -> ofStatus(status);
            case DataBufferLimitException ignored -> plain("body-too-large");
            case AuthenticationException ignored -> plain("unauthenticated");
            case AccessDeniedException ignored -> plain("forbidden");
            case Throwable away when isAway(away) -> plain(AWAY);
            case Throwable unknown -> plain(INTERNAL);
        };
    }

    private static boolean isAway(Throwable accident) {
        return switch (accident) {
            case MongoException ignored -> true;
            case KafkaException ignored -> true;
            case org.springframework.kafka.KafkaException ignored -> true;
            case WebClientException ignored -> true;
            case CallNotPermittedException ignored -> true;
            case TimeoutException ignored -> true;
            case JwtException ignored -> true;
            case IOException ignored -> true;
            default -> accident.getCause() != null && accident.getCause() != accident && isAway(accident.getCause());
        };
    }

    private static Refusal ofStatus(ResponseStatusException status) {
        return switch (status) {
            case MethodNotAllowedException method ->
                new Refusal("method-not-allowed", Map.of("allowed", names(method)), List.of());
            case NotAcceptableStatusException ignored -> plain("not-acceptable");
            case UnsupportedMediaTypeStatusException ignored -> plain("unsupported-media-type");
            case ContentTooLargeException ignored -> plain("body-too-large");
            case ServerWebInputException input -> ofInput(input);
            default -> ofCode(status.getStatusCode().value());
        };
    }

    private static Refusal ofInput(ServerWebInputException input) {
        return switch (input) {
            case MissingRequestValueException missing ->
                at(missing.getLabel().contains("header") ? "header-missing" : "parameter-missing", missing.getName());
            default ->
                refusedInside(input)
                        .orElseGet(() -> isBody(input) ? plain("empty-body") : at("parameter-invalid", nameOf(input)));
        };
    }

    private static Optional<Refusal> refusedInside(Throwable input) {
        return switch (input.getCause()) {
            case null -> Optional.empty();
            case Refused refused -> Optional.of(refused.refusal());
            case DataBufferLimitException ignored -> Optional.of(plain("body-too-large"));
            case NestedRuntimeException nested -> refusedInside(nested);
            default -> Optional.empty();
        };
    }

    private static boolean isBody(ServerWebInputException input) {
        return input.getCause() == null && String.valueOf(input.getReason()).startsWith("No request body");
    }

    private static String nameOf(ServerWebInputException input) {
        var parameter = input.getMethodParameter();
        return parameter == null || parameter.getParameterName() == null ? "" : parameter.getParameterName();
    }

    private static Refusal ofCode(int status) {
        return switch (status) {
            case 400 -> plain("bad-request");
            case 401 -> plain("unauthenticated");
            case 403 -> plain("forbidden");
            case 404 -> plain("no-such-path");
            case 413 -> plain("body-too-large");
            case 415 -> plain("unsupported-media-type");
            case 503, 504 -> plain(AWAY);
            default -> plain(status < 500 ? "bad-request" : INTERNAL);
        };
    }

    private static List<String> names(MethodNotAllowedException method) {
        return method.getSupportedMethods().stream()
                .map(HttpMethod::name)
                .sorted()
                .toList();
    }

    private static Refusal plain(String code) {
        return new Refusal(code, Map.of(), List.of());
    }

    private static Refusal at(String code, String name) {
        return new Refusal(code, Map.of(), List.of(new Fault(name, code)));
    }
}
