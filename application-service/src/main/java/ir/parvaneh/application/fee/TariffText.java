package ir.parvaneh.application.fee;

import ir.parvaneh.application.fee.Component.Act;
import ir.parvaneh.chassis.store.Sha256;
import ir.parvaneh.contracts.Titles;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a tariff from its YAML; what it does not understand stops the service and names the place. */
final class TariffText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OPEN = "open";

    private final JsonNode written;

    private TariffText(JsonNode written) {
        this.written = written;
    }

    static Tariff read(String text) {
        return new TariffText(tree(text)).tariff(HexFormat.of().formatHex(Sha256.of(text)));
    }

    /** YAML as JSON; days are text, so that no time zone touches them. */
    static JsonNode tree(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object loaded =
                new Yaml(new SafeConstructor(options)).load(text.replaceAll("(\\d{4}-\\d\\d-\\d\\d)", "\"$1\""));
        return JSON.valueToTree(loaded);
    }

    private Tariff tariff(String digest) {
        return new Tariff(
                text(written, "edition"),
                text(written, "city"),
                text(written, "currency"),
                LocalDate.parse(text(written, "from")),
                until(written),
                new Rounding(number(written.path("rounding"), "to-rials")),
                prices(),
                new Tariff.Unsaid((int) number(written.path("unsaid"), "units"), (int)
                        number(written.path("unsaid"), "ground-coverage-percent")),
                written.path("components").valueStream().map(this::component).toList(),
                officeFees(written.path("office-fees")),
                digest);
    }

    private Component component(JsonNode one) {
        return new Component(
                text(one, "component"),
                titles(one.path("title")),
                text(one, "payee"),
                act(text(one, "act")),
                text(one, "mark"),
                LocalDate.parse(text(one, "from")),
                until(one),
                formula(one));
    }

    private static Formula formula(JsonNode one) {
        String name = text(one, "formula");
        return switch (name) {
            case "area-by-price" -> new Formula.AreaByPrice(bands(one.path("per-mille")));
            case "area-beyond-base" ->
                new Formula.AreaBeyondBase(number(one, "base-percent"), number(one, "per-mille"));
            case "share" ->
                new Formula.Share(
                        one.path("of").valueStream().map(JsonNode::asString).toList(), number(one, "per-mille"));
            case "per-area" -> new Formula.PerArea(number(one, "rials"));
            case "per-unit" -> new Formula.PerUnit(number(one, "rials"));
            default -> throw new IllegalStateException("a tariff knows no formula " + name);
        };
    }

    private static Map<String, List<Formula.Band>> bands(JsonNode byUsage) {
        Map<String, List<Formula.Band>> bands = new LinkedHashMap<>();
        byUsage.properties()
                .forEach(usage -> bands.put(
                        usage.getKey(),
                        usage.getValue()
                                .valueStream()
                                .map(band ->
                                        new Formula.Band((int) number(band, "storeys-to"), number(band, "per-mille")))
                                .toList()));
        return bands;
    }

    private Tariff.OfficeFees officeFees(JsonNode fees) {
        Map<String, Long> rials = new LinkedHashMap<>();
        fees.path("rials")
                .properties()
                .forEach(one -> rials.put(one.getKey(), one.getValue().asLong()));
        return new Tariff.OfficeFees(act(text(fees, "act")), Map.copyOf(rials), number(fees, "otherwise"));
    }

    private Map<Integer, Long> prices() {
        Map<Integer, Long> prices = new LinkedHashMap<>();
        written.path("regional-prices")
                .properties()
                .forEach(one ->
                        prices.put(Integer.valueOf(one.getKey()), one.getValue().asLong()));
        return Map.copyOf(prices);
    }

    private Act act(String name) {
        return act(written, name);
    }

    static Act act(JsonNode written, String name) {
        JsonNode act = written.path("acts").path(name);
        return new Act(text(act, "number"), text(act, "mark"), titles(act));
    }

    static LocalDate until(JsonNode period) {
        String to = text(period, "to");
        return to.equals(OPEN) ? null : LocalDate.parse(to);
    }

    static Titles titles(JsonNode node) {
        return new Titles(text(node, "fa"), text(node, "en"));
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new IllegalStateException("a tariff says no " + name + " in " + node);
        }
        return value.stringValue();
    }

    static long number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber()) {
            throw new IllegalStateException("a tariff gives no whole number for " + name + " in " + node);
        }
        return value.asLong();
    }
}
