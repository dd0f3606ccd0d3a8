package ir.parvaneh.application.certificate;

import com.fasterxml.jackson.annotation.JsonValue;
import ir.parvaneh.contracts.Titles;
import java.util.Locale;

/** What anybody who holds a paper wants to know of it. */
enum Standing {
    VALID("معتبر", "valid"),
    SUPERSEDED("جایگزین‌شده", "superseded"),
    REVOKED("باطل‌شده", "revoked"),
    EXPIRED("منقضی", "expired"),
    UNKNOWN("ناشناخته", "unknown");

    private final Titles title;

    Standing(String fa, String en) {
        title = new Titles(fa, en);
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    Titles title() {
        return title;
    }
}
