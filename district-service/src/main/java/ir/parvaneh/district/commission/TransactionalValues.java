package ir.parvaneh.district.commission;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Transactional values (ارزش معاملاتی) in rials a square metre, by day, use and district. All policy data [A]. */
final class TransactionalValues {
    private static final long HUNDRED = 100;

    private final NavigableMap<LocalDate, Map<String, Long>> byDay;
    private final Map<Integer, Integer> districtPercent;

    TransactionalValues(Map<LocalDate, Map<String, Long>> byDay, Map<Integer, Integer> districtPercent) {
        this.byDay = new TreeMap<>(byDay);
        this.districtPercent = Map.copyOf(districtPercent);
    }

    /** Throws IllegalStateException where the policy has no value: it must cover every day, use and district. */
    long at(LocalDate day, String usage, int districtNo) {
        var row = byDay.floorEntry(day);
        Long value = row == null ? null : row.getValue().get(usage);
        Integer percent = districtPercent.get(districtNo);
        if (value == null || percent == null) {
            throw new IllegalStateException("no transactional value on " + day + " for " + usage + " in " + districtNo);
        }
        return Math.multiplyExact(value, (long) percent) / HUNDRED;
    }
}
