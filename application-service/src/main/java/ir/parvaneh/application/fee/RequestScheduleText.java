package ir.parvaneh.application.fee;

import static ir.parvaneh.application.fee.TariffText.number;
import static ir.parvaneh.application.fee.TariffText.text;

import ir.parvaneh.application.fee.RequestSchedule.Charge;
import ir.parvaneh.chassis.store.Sha256;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads what applications about a permit are charged; what it does not understand stops the service. */
final class RequestScheduleText {

    private RequestScheduleText() {}

    static RequestSchedule read(String written) {
        JsonNode tree = TariffText.tree(written);
        return new RequestSchedule(
                text(tree, "edition"),
                text(tree, "city"),
                text(tree, "currency"),
                LocalDate.parse(text(tree, "from")),
                TariffText.until(tree),
                new Rounding(number(tree.path("rounding"), "to-rials")),
                charges(tree),
                HexFormat.of().formatHex(Sha256.of(written)));
    }

    private static Map<String, List<Charge>> charges(JsonNode tree) {
        Map<String, List<Charge>> charges = new LinkedHashMap<>();
        tree.path("requests")
                .properties()
                .forEach(process -> charges.put(
                        process.getKey(),
                        process.getValue()
                                .valueStream()
                                .map(one -> charge(tree, one))
                                .toList()));
        return charges;
    }

    private static Charge charge(JsonNode tree, JsonNode one) {
        return new Charge(
                text(one, "component"),
                TariffText.titles(one.path("title")),
                text(one, "payee"),
                TariffText.act(tree, text(one, "act")),
                text(one, "mark"),
                formula(one));
    }

    private static RequestFormula formula(JsonNode one) {
        String name = text(one, "formula");
        return switch (name) {
            case "levy-difference" ->
                new RequestFormula.LevyDifference(
                        one.path("of").valueStream().map(JsonNode::asString).toList());
            case "share-of-paid" ->
                new RequestFormula.ShareOfPaid(number(one, "first-per-mille"), number(one, "later-per-mille"));
            case "per-built-unit" -> new RequestFormula.PerBuiltUnit(number(one, "rials"));
            case "levy-on-excess" -> new RequestFormula.LevyOnExcess(text(one, "of"));
            case "at-least" -> new RequestFormula.AtLeast(number(one, "rials"));
            default -> throw new IllegalStateException("a schedule knows no formula " + name);
        };
    }
}
