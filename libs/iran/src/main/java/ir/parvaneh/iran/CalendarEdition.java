package ir.parvaneh.iran;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The data of a working calendar: what the official list says, under a name that is written beside every date computed
 * from it.
 *
 * @param version name of the edition, such as {@code 1405-1}
 * @param workingWeekdays the days of the week on which offices work, Saturday to Wednesday by default [S83, S84]
 * @param daysInAMonth how many days a statutory month counts
 * @param holidays all holidays of the years the edition covers
 */
public record CalendarEdition(
        String version, Set<DayOfWeek> workingWeekdays, int daysInAMonth, List<Holiday> holidays) {
    private static final CalendarEdition OFFICIAL = readOfficial();

    public CalendarEdition {
        Objects.requireNonNull(version, "version");
        workingWeekdays = Set.copyOf(workingWeekdays);
        holidays = List.copyOf(holidays);
        if (workingWeekdays.isEmpty()) {
            throw new IllegalArgumentException("a calendar without a working weekday never ends a term");
        }
    }

    /** The official holidays that come with this library, 1400 to 1406. */
    public static CalendarEdition official() {
        return OFFICIAL;
    }

    /**
     * Reads an edition from the text form of {@code official-calendar.txt}; throws IllegalArgumentException naming the
     * line that makes no sense.
     */
    public static CalendarEdition parse(List<String> lines) {
        return new CalendarText().read(lines);
    }

    private static CalendarEdition readOfficial() {
        var stream = Objects.requireNonNull(CalendarEdition.class.getResourceAsStream("official-calendar.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
