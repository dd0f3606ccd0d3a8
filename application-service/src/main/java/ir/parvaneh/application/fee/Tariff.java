package ir.parvaneh.application.fee;

import ir.parvaneh.application.fee.Component.Act;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One released edition of a city's tariff; the period and the legal act stand with each component. Amounts are integer
 * rials.
 *
 * @param components in the order they are computed: a share comes after what it is a share of
 * @param digest SHA-256 of the file, in hex: an edition is never changed once released
 */
public record Tariff(
        String edition,
        String city,
        String currency,
        LocalDate from,
        LocalDate to,
        Rounding rounding,
        Map<Integer, Long> regionalPrices,
        Unsaid unsaid,
        List<Component> components,
        OfficeFees officeFees,
        String digest) {

    /** What an estimate takes for granted where the applicant does not say it. */
    public record Unsaid(int units, int groundCoveragePercent) {}

    /** What an office may take, by request type, under the council's act. */
    public record OfficeFees(Act act, Map<String, Long> rials, long otherwise) {
        long of(String requestType) {
            return rials.getOrDefault(requestType, otherwise);
        }
    }

    public Tariff {
        components = List.copyOf(components);
        check(edition, components);
    }

    private static void check(String edition, List<Component> components) {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            Component one = components.get(i);
            if (components.subList(0, i).stream().anyMatch(one::overlaps)) {
                throw new IllegalStateException(edition + " charges " + one.name() + " twice on one day");
            }
            if (one.formula() instanceof Formula.Share share && !known.containsAll(share.of())) {
                throw new IllegalStateException(edition + " takes a share for " + one.name() + " of what comes later");
            }
            known.add(one.name());
        }
    }

    /** Whether this edition is the one in force on a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** The assessment of these measures by the components in force on that day. */
    public Assessment assess(Measures given, LocalDate day) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        List<Assessment.Item> items = new ArrayList<>();
        for (Component component : components) {
            if (component.isInForce(day)) {
                items.add(item(component, given, amounts));
            }
        }
        long total = amounts.values().stream().reduce(0L, Math::addExact);
        return new Assessment(edition, day, currency, rounding.toRials(), List.copyOf(items), total);
    }

    /** One levy alone, before it is rounded. Throws when that day has none of the name, or it is a share of others. */
    Formula.Result levy(String name, Measures given, LocalDate day) {
        Component found = components.stream()
                .filter(one -> one.name().equals(name) && one.isInForce(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(edition + " charges no " + name + " on " + day));
        return found.formula().of(given, regionalPrices.get(given.districtNo()), Map.of());
    }

    private Assessment.Item item(Component component, Measures given, Map<String, Long> amounts) {
        long price = regionalPrices.get(given.districtNo());
        Formula.Result result = component.formula().of(given, price, amounts);
        long amount = rounding.of(result.exact());
        amounts.put(component.name(), amount);
        return new Assessment.Item(
                component.name(),
                component.title(),
                component.payee(),
                amount,
                component.formula().inWords(),
                result.inputs(),
                component.act().number(),
                component.mark());
    }
}
