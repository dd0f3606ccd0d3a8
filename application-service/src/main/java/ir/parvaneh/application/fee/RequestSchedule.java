package ir.parvaneh.application.fee;

import ir.parvaneh.application.fee.Component.Act;
import ir.parvaneh.application.fee.RequestFormula.Today;
import ir.parvaneh.contracts.Titles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One released edition of what applications about a permit are charged, by process. Amounts are integer rials.
 *
 * @param charges of each process, in the order they are computed; the last is the least that is charged
 * @param digest SHA-256 of the file, in hex: an edition is never changed once released
 */
public record RequestSchedule(
        String edition,
        String city,
        String currency,
        LocalDate from,
        LocalDate to,
        Rounding rounding,
        Map<String, List<Charge>> charges,
        String digest) {

    /** One item. */
    public record Charge(String name, Titles title, String payee, Act act, String mark, RequestFormula formula) {}

    public RequestSchedule {
        charges = Collections.unmodifiableMap(new LinkedHashMap<>(charges));
        charges.forEach((process, items) -> endsWithALeast(process, items, rounding));
    }

    /** So that no assessment is ever empty. */
    private static void endsWithALeast(String process, List<Charge> items, Rounding rounding) {
        boolean least = !items.isEmpty()
                && items.getLast().formula() instanceof RequestFormula.AtLeast(long rials)
                && rials > 0
                && rials % rounding.toRials() == 0;
        if (!least) {
            throw new IllegalStateException(process + " has to end with the least that is charged, a whole amount");
        }
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** The assessment of a case of that process. Items that come to nought are left out, and one is always left. */
    Assessment assess(String process, RequestCase asked, Today today) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        List<Assessment.Item> items = new ArrayList<>();
        for (Charge charge : charges.get(process)) {
            charge.formula()
                    .of(asked, today, amounts)
                    .map(result -> item(charge, result))
                    .filter(item -> item.amountRials() > 0)
                    .ifPresent(item -> {
                        amounts.put(item.component(), item.amountRials());
                        items.add(item);
                    });
        }
        long total = amounts.values().stream().reduce(0L, Math::addExact);
        return new Assessment(edition, today.day(), currency, rounding.toRials(), List.copyOf(items), total);
    }

    private Assessment.Item item(Charge charge, Formula.Result result) {
        return new Assessment.Item(
                charge.name(),
                charge.title(),
                charge.payee(),
                rounding.of(result.exact()),
                charge.formula().inWords(),
                result.inputs(),
                charge.act().number(),
                charge.mark());
    }
}
