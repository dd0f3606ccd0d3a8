package ir.parvaneh.dev.city.records;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** The kinds of log the city knows: their columns, their words for filing and ends, and what places a record. */
enum Format {
    NEW_YORK(
            Set.of(
                    "case",
                    "activity",
                    "date",
                    "resource",
                    "borough",
                    "community_board",
                    "block",
                    "lot",
                    "bldg_type",
                    "residential",
                    "owner_type",
                    "site_fill",
                    "self_cert"),
            Set.of("case", "activity", "date", "borough"),
            Map.of(
                    "permit filed",
                    Step.FILED,
                    "permit issued",
                    Step.ISSUED,
                    "permit first expiry",
                    Step.EXPIRES,
                    "certificate of occupancy",
                    Step.CERTIFIED)) {
        @Override
        int districtOf(Map<String, String> row) {
            Span span = BOROUGHS.get(row.get("borough"));
            return span == null ? 0 : span.pick(row.getOrDefault("community_board", ""));
        }
    },
    CALGARY(
            Set.of(
                    "case",
                    "activity",
                    "date",
                    "resource",
                    "permit_type",
                    "class_group",
                    "work_class",
                    "units",
                    "est_cost",
                    "sqft",
                    "community_code",
                    "community",
                    "contractor",
                    "status_current"),
            Set.of("case", "activity", "date", "community_code"),
            Map.of(
                    "applied",
                    Step.FILED,
                    "issued",
                    Step.ISSUED,
                    "cancelled",
                    Step.CANCELLED,
                    "expired",
                    Step.EXPIRED,
                    "completed",
                    Step.LATER,
                    "file closed",
                    Step.LATER)) {
        @Override
        int districtOf(Map<String, String> row) {
            return ALL_DISTRICTS.pick(row.get("community_code"));
        }
    };

    /** What a line of a log says about its permit. */
    enum Step {
        FILED,
        ISSUED,
        CANCELLED,
        EXPIRED,
        EXPIRES,
        CERTIFIED,
        LATER
    }

    private record Span(int first, int last) {
        int pick(String place) {
            CRC32 crc = new CRC32();
            crc.update(place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return first + (int) (crc.getValue() % (last - first + 1));
        }
    }

    private static final Span ALL_DISTRICTS = new Span(1, 22);
    private static final Map<String, Span> BOROUGHS = Map.of(
            "MANHATTAN", new Span(1, 3),
            "BRONX", new Span(4, 7),
            "BROOKLYN", new Span(8, 13),
            "QUEENS", new Span(14, 18),
            "STATEN ISLAND", new Span(19, 22));

    private final Set<String> columns;
    private final Set<String> needed;
    private final Map<String, Step> steps;

    Format(Set<String> columns, Set<String> needed, Map<String, Step> steps) {
        this.columns = columns;
        this.needed = needed;
        this.steps = steps;
    }

    /** 1 to 22, or 0 when the row names no place we can map. */
    abstract int districtOf(Map<String, String> row);

    Optional<Step> stepOf(String activity) {
        return Optional.ofNullable(steps.get(activity));
    }

    static Optional<Format> of(List<String> header) {
        return Arrays.stream(values()).filter(f -> header.containsAll(f.needed)).findFirst();
    }

    List<String> unknownAmong(List<String> header) {
        return header.stream().filter(c -> !columns.contains(c)).toList();
    }
}
