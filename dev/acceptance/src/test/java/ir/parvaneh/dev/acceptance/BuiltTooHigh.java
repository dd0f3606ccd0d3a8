package ir.parvaneh.dev.acceptance;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A completion certificate is asked for a house that stands a storey higher than its permit. */
final class BuiltTooHigh {
    private static final int STOREYS = 6;
    private static final Map<String, Object> PAPER =
            Map.of("kind", "as-built-sketch", "digest", DocketFile.DIGEST, "pages", 2);

    private final PermitFile completion;

    private BuiltTooHigh(PermitFile completion) {
        this.completion = completion;
    }

    /** The office surveys it, the district determines the violation, and the owner goes to the commission. */
    static PermitFile referred(PermitFile permit) {
        BuiltTooHigh house = new BuiltTooHigh(PermitFile.about(permit, "COMPLETION_FULL"));
        house.applies();
        house.isSurveyed();
        house.isCompared();
        house.completion.ownerDoes("accept-referral", null);
        house.completion.await("article-100");
        return house.completion;
    }

    private void applies() {
        completion.papers().brings();
        completion.ownerDoes("submit", Map.of("consent", true, "unfinishedWorks", false));
        completion.papers().checks();
        Map<String, Object> prerequisites =
                Map.of("technicalIdentityDocument", PAPER, "renovationLevyCurrent", true, "facadeDone", true);
        completion.decides("office-clerk", "prerequisites", "confirm-prerequisites", prerequisites);
    }

    private void isSurveyed() {
        PermitFile.accepted(completion.acceptVisit());
        Map<String, Object> visit = Map.of(
                "visitedOn",
                DocketFile.today(),
                "latitude",
                35.7219,
                "longitude",
                51.3347,
                "laneWidthMetres",
                12,
                "photos",
                List.of(PAPER));
        completion.decides("office-inspector", "inspection-scheduled", "record-visit", visit);
        completion.decides("office-inspector", "inspection-reported", "submit-as-built", asBuilt());
        completion.decides("office-head", "inspection-review", "approve-inspection", null);
    }

    private static Map<String, Object> asBuilt() {
        List<Map<String, Object>> floors = IntStream.range(0, STOREYS)
                .mapToObj(floor -> Map.<String, Object>of("floor", floor, "areaM2", 250, "usage", "residential"))
                .toList();
        List<Map<String, Object>> units = IntStream.range(0, 10)
                .mapToObj(unit -> Map.<String, Object>of(
                        "unit", "unit-" + unit, "floor", unit / 2, "areaM2", 112.5, "usage", "residential"))
                .toList();
        return Map.of(
                "sketch",
                PAPER,
                "floors",
                floors,
                "units",
                units,
                "parkingSpaces",
                10,
                "setbackMetres",
                1.5,
                "inspectedOn",
                DocketFile.today());
    }

    private void isCompared() {
        var items = List.of(
                Map.of("kind", "storeys", "permitted", 5, "found", STOREYS),
                Map.of("kind", "area", "permitted", 1250, "found", 250 * STOREYS));
        Map<String, Object> form = Map.of("foundOn", DocketFile.today(), "items", items, "form", PAPER);
        completion.decides("district-expert", "comparison", "determine-violation", form);
    }
}
