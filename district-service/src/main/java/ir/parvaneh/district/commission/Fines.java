package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.contracts.Violation;
import ir.parvaneh.district.commission.CommissionEvidence.FineLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a fine comes to, line by line. The same inputs give the same lines: a decision can be counted again. */
final class Fines {
    private static final Set<String> BY_AREA = Set.of("storeys", "units");

    private final CommissionPolicy policy;

    Fines(CommissionPolicy policy) {
        this.policy = policy;
    }

    /** The lines of a fine, or why there is none. */
    sealed interface Reckoning {}

    record Reckoned(List<FineLine> lines) implements Reckoning {
        long total() {
            return lines.stream().mapToLong(FineLine::amountRials).reduce(0, Math::addExact);
        }
    }

    record Unreckoned(Refusal why) implements Reckoning {}

    /** @param multipliers one for each item of the form, in percent. Codes: no-fine-rule, item-not-measured, multipliers-differ, fine-too-large. */
    Reckoning reckon(DocketFacts facts, List<Integer> multipliers, LocalDate decidedOn) {
        List<FineLine> lines = new ArrayList<>();
        for (int item = 0; item < facts.items().size(); item++) {
            FineRule rule = policy.ruleFor(facts.items().get(item)).orElse(null);
            if (rule == null && isCountedByItsArea(facts, item)) {
                continue;
            }
            if (rule == null) {
                return new Unreckoned(new Refusal("no-fine-rule", Map.of("item", item)));
            }
            if (facts.items().get(item).excess() <= 0) {
                return unreckoned("item-not-measured", item);
            }
            if (multipliers.size() != facts.items().size() || !rule.allows(multipliers.get(item))) {
                return new Unreckoned(differ(rule, item));
            }
            Optional<FineLine> line = line(item, facts, rule, multipliers.get(item), decidedOn);
            if (line.isEmpty()) {
                return unreckoned("fine-too-large", item);
            }
            lines.add(line.get());
        }
        return new Reckoned(List.copyOf(lines));
    }

    private static Unreckoned unreckoned(String code, int item) {
        var fault = new Fault("/multipliersPercent/" + item, code);
        return new Unreckoned(new Refusal(code, Map.of("item", item), List.of(fault)));
    }

    /** A storey or a unit too many is fined by the area it has: the notes know no fine by number. */
    private static boolean isCountedByItsArea(DocketFacts facts, int item) {
        return BY_AREA.contains(facts.items().get(item).kind())
                && facts.items().stream().anyMatch(other -> other.kind().equals("area"));
    }

    private static Refusal differ(FineRule rule, int item) {
        return new Refusal(
                "multipliers-differ",
                Map.of("lowest", rule.lowest(), "highest", rule.highest()),
                List.of(new Fault("/multipliersPercent/" + item, "multipliers-differ")));
    }

    private Optional<FineLine> line(int index, DocketFacts facts, FineRule rule, int multiplier, LocalDate decidedOn) {
        Violation item = facts.items().get(index);
        long atViolation = policy.values().at(item.violatedOn(), item.usage(), facts.districtNo());
        long atDecision = policy.values().at(decidedOn, item.usage(), facts.districtNo());
        double measured = rule.measure(item.excess());
        long value = policy.valuedOnViolation() ? atViolation : atDecision;
        OptionalLong rials = rule.amount(measured, item.keyMoneyRials(), multiplier, value);
        return rials.stream()
                .mapToObj(amount -> new FineLine(
                        index,
                        rule.note(),
                        measured,
                        item.keyMoneyRials(),
                        multiplier,
                        atViolation,
                        atDecision,
                        amount))
                .findFirst();
    }

    /** Whether a line is what its rule makes of its own inputs. */
    boolean follows(FineLine line, boolean valuedOnViolation) {
        long value = valuedOnViolation ? line.valueAtViolationRials() : line.valueAtDecisionRials();
        return policy.rule(line.note())
                .filter(rule -> rule.allows(line.multiplierPercent()))
                .map(rule -> rule.amount(line.measuredM2(), line.keyMoneyRials(), line.multiplierPercent(), value))
                .filter(OptionalLong.of(line.amountRials())::equals)
                .isPresent();
    }
}
