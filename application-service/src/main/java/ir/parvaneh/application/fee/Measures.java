package ir.parvaneh.application.fee;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a levy is computed from.
 *
 * @param usage residential, commercial, office, industrial, mixed or public
 * @param plotAreaM2 square metres, exact as written
 * @param grossAreaM2 all floors together
 */
public record Measures(
        int districtNo, String usage, BigDecimal plotAreaM2, BigDecimal grossAreaM2, int storeys, int units) {

    Measures withGrossArea(BigDecimal m2) {
        return new Measures(districtNo, usage, plotAreaM2, m2, storeys, units);
    }

    /** The same as inputs that are shown with an item. */
    Map<String, Object> shown(String... names) {
        Map<String, Object> all = Map.of(
                "districtNo", districtNo,
                "usage", usage,
                "plotAreaM2", plotAreaM2,
                "grossAreaM2", grossAreaM2,
                "storeys", storeys,
                "units", units);
        Map<String, Object> shown = new LinkedHashMap<>();
        for (String name : names) {
            shown.put(name, all.get(name));
        }
        return shown;
    }
}
