package ir.parvaneh.iran;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the text form of a calendar, one statement a line, # for remarks. */
final class CalendarText {
    private record Occasion(String code, String fa, String en) {
        Holiday on(LocalDate date, boolean estimated) {
            return new Holiday(date, code, fa, en, estimated);
        }
    }

    private final Map<String, Occasion> occasions = new HashMap<>();
    private final List<Holiday> holidays = new ArrayList<>();
    private final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    private String edition;
    private int daysInAMonth;

    CalendarEdition read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                statement(i + 1, line);
            }
        }
        if (edition == null || daysInAMonth < 1) {
            throw new IllegalArgumentException("a calendar names its edition and its days-in-a-month");
        }
        return new CalendarEdition(edition, weekdays, daysInAMonth, holidays);
    }

    private void statement(int number, String line) {
        try {
            String[] words = line.split("\\s+", 2);
            understand(words[0], words[1].strip());
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("line " + number + " '" + line + "': " + e.getMessage(), e);
        }
    }

    private void understand(String verb, String rest) {
        switch (verb) {
            case "edition" -> edition = rest;
            case "days-in-a-month" -> daysInAMonth = Integer.parseInt(rest);
            case "working-weekdays" ->
                Arrays.stream(rest.split("\\s+")).map(DayOfWeek::valueOf).forEach(weekdays::add);
            case "occasion" -> occasion(rest.split("\\s*\\|\\s*"));
            case "yearly" -> yearly(rest.split("\\s+"));
            case "holiday" -> holiday(rest.split("\\s+"));
            default -> throw new IllegalArgumentException("unknown statement " + verb);
        }
    }

    private void occasion(String... parts) {
        occasions.put(parts[0], new Occasion(parts[0], parts[1], parts[2]));
    }

    private void yearly(String... parts) {
        int month = Integer.parseInt(parts[0].substring(0, 2));
        int day = Integer.parseInt(parts[0].substring(3));
        Occasion occasion = known(parts[1]);
        for (int year = DayCounts.FIRST_YEAR; year <= DayCounts.LAST_YEAR; year++) {
            if (day <= JalaliDate.lengthOfMonth(year, month)) {
                holidays.add(occasion.on(new JalaliDate(year, month, day).toLocalDate(), false));
            }
        }
    }

    private void holiday(String... parts) {
        boolean estimated = parts.length > 2 && parts[2].equals("estimated");
        holidays.add(known(parts[1]).on(JalaliDate.parse(parts[0]).toLocalDate(), estimated));
    }

    private Occasion known(String code) {
        Occasion occasion = occasions.get(code);
        if (occasion == null) {
            throw new IllegalArgumentException("no occasion is called " + code);
        }
        return occasion;
    }
}
