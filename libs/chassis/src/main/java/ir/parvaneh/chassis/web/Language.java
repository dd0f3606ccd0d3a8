package ir.parvaneh.chassis.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The language an answer is written in. Persian when asked for by name or by {@code *}; English when asked for, when
 * only other languages are asked for, and when nothing is asked for (programs).
 */
public enum Language {
    fa,
    en;

    public static Language of(ServerWebExchange exchange) {
        return of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Language of(String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .map(Locale.LanguageRange::getRange)
                .filter(range -> range.equals("*") || range.startsWith("fa") || range.startsWith("en"))
                .findFirst()
                .map(range -> range.startsWith("en") ? en : fa)
                .orElse(en);
    }

    private static List<Locale.LanguageRange> ranges(String acceptLanguage) {
        try {
            return acceptLanguage == null ? List.of() : Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
