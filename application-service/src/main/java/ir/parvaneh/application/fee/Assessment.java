package ir.parvaneh.application.fee;

import ir.parvaneh.contracts.Titles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is charged, item by item, with the formula and the inputs of each.
 *
 * @param tariffVersion the edition it was computed by
 * @param on the day whose tariff it is
 * @param roundedToRials each item was rounded once, half up, to this
 */
public record Assessment(
        String tariffVersion, LocalDate on, String currency, long roundedToRials, List<Item> items, long totalRials) {

    /** One levy; the formula in words, and what went into it. */
    public record Item(
            String component,
            Titles title,
            String payee,
            long amountRials,
            Titles formula,
            Map<String, Object> inputs,
            String legalAct,
            String mark) {}
}
