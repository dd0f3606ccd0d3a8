package ir.parvaneh.district.delegation;

import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.iran.Tehran;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * What a signatory asks for.
 *
 * @param to the stand-in
 * @param from an instant, or a day in Tehran that begins it
 * @param until an instant, or the last day of it
 */
public record DelegationWish(String to, String from, String until, String reason) {
    public DelegationWish {
        Required.of("to", to, "from", from, "until", until, "reason", reason);
    }

    Instant begins() {
        return read("/from", from, Tehran::startOf);
    }

    Instant ends() {
        return read("/until", until, day -> Tehran.startOf(day.plusDays(1)));
    }

    private static Instant read(String pointer, String text, Function<LocalDate, Instant> ofDay) {
        try {
            return text.contains("T") ? Instant.parse(text) : ofDay.apply(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            throw Refused.at("wrong-type", pointer);
        }
    }
}
