package ir.parvaneh.application.fee;

import ir.parvaneh.application.fee.Formula.Result;
import ir.parvaneh.application.fee.RequestCase.Completion;
import ir.parvaneh.application.fee.RequestCase.Extension;
import ir.parvaneh.application.fee.RequestCase.PermitLevies;
import ir.parvaneh.contracts.Titles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an application about a permit is charged. As with a levy's formula, rounding comes after it, once. */
public sealed interface RequestFormula {

    /** The city's tariff in force, and the day. */
    record Today(Tariff tariff, LocalDate day) {}

    /**
     * Empty where it does not apply to this case.
     *
     * @param before the rounded amounts of the items computed before this one
     */
    Optional<Result> of(RequestCase asked, Today today, Map<String, Long> before);

    /** The formula in words, as a citizen reads it. */
    Titles inWords();

    /** Levies of the city's tariff that it looks at, by name. */
    default List<String> levies() {
        return List.of();
    }

    /** What the same building is charged today, less what it was charged, and not below nought [S56]. */
    record LevyDifference(List<String> of) implements RequestFormula {
        @Override
        public List<String> levies() {
            return of;
        }

        @Override
        public Optional<Result> of(RequestCase asked, Today today, Map<String, Long> before) {
            return switch (asked) {
                case Extension extension ->
                    Optional.ofNullable(extension.permit()).map(permit -> of(permit, today));
                case Completion completion -> Optional.empty();
            };
        }

        private Result of(PermitLevies permit, Today today) {
            long now = today.tariff().assess(permit.measures(), today.day()).items().stream()
                    .filter(item -> of.contains(item.component()))
                    .mapToLong(Assessment.Item::amountRials)
                    .sum();
            long then = atIssue(permit, today.tariff());
            Map<String, Object> inputs =
                    permit.measures().shown("grossAreaM2", "plotAreaM2", "usage", "storeys", "districtNo");
            inputs.put("tariff", today.tariff().edition());
            inputs.put("leviesNowRials", now);
            inputs.put("assessedOn", permit.assessedOn().toString());
            inputs.put("leviesAtIssueRials", then);
            return new Result(BigDecimal.valueOf(Math.max(0, now - then)), inputs);
        }

        /** Items that bear other names than the tariff's cannot be told apart: then all of them count. */
        private long atIssue(PermitLevies permit, Tariff tariff) {
            List<String> known =
                    tariff.components().stream().map(Component::name).toList();
            return known.containsAll(permit.items().keySet())
                    ? of.stream()
                            .mapToLong(name -> permit.items().getOrDefault(name, 0L))
                            .sum()
                    : permit.assessedRials();
        }

        @Override
        public Titles inWords() {
            return new Titles(
                    "عوارض همین بنا با تعرفه روز − عوارض زمان صدور، و نه کمتر از صفر",
                    "levies of the same building by today's tariff − levies at issue, not below nought");
        }
    }

    /** A share of what was paid for each year asked for, larger from the second extension on [S56]. */
    record ShareOfPaid(long firstPerMille, long laterPerMille) implements RequestFormula {
        private static final BigDecimal MONTHS_BY_THOUSANDS = BigDecimal.valueOf(12_000);
        private static final int PLACES = 6;

        @Override
        public Optional<Result> of(RequestCase asked, Today today, Map<String, Long> before) {
            return switch (asked) {
                case Extension extension ->
                    Optional.ofNullable(extension.permit()).map(permit -> of(extension, permit.paidRials()));
                case Completion completion -> Optional.empty();
            };
        }

        /** Cut off, so that rounding half up afterwards sees the exact amount's side of every half. */
        private Result of(Extension extension, long paid) {
            long perMille = extension.extensionsBefore() == 0 ? firstPerMille : laterPerMille;
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("paidRials", paid);
            inputs.put("perMille", perMille);
            inputs.put("months", extension.months());
            inputs.put("extensionsBefore", extension.extensionsBefore());
            BigDecimal exact = BigDecimal.valueOf(paid)
                    .multiply(BigDecimal.valueOf(perMille))
                    .multiply(BigDecimal.valueOf(extension.months()))
                    .divide(MONTHS_BY_THOUSANDS, PLACES, RoundingMode.DOWN);
            return new Result(exact, inputs);
        }

        @Override
        public Titles inWords() {
            return new Titles(
                    "عوارض پرداخت‌شده × ضریب نوبت تمدید ÷ ۱۰۰۰ × ماه‌های درخواستی ÷ ۱۲",
                    "what was paid × coefficient of the extension ÷ 1000 × months asked for ÷ 12");
        }
    }

    /** So many rials for each unit that was surveyed. */
    record PerBuiltUnit(long rials) implements RequestFormula {
        @Override
        public Optional<Result> of(RequestCase asked, Today today, Map<String, Long> before) {
            return switch (asked) {
                case Extension extension -> Optional.empty();
                case Completion completion -> Optional.of(of(completion.built()));
            };
        }

        private Result of(Measures built) {
            return new Formula.PerUnit(rials).of(built, 0, Map.of());
        }

        @Override
        public Titles inWords() {
            return new Formula.PerUnit(rials).inWords();
        }
    }

    /** A levy of the city's tariff, of today, on the area a ruling lets stand beyond the permit. */
    record LevyOnExcess(String of) implements RequestFormula {
        @Override
        public List<String> levies() {
            return List.of(of);
        }

        @Override
        public Optional<Result> of(RequestCase asked, Today today, Map<String, Long> before) {
            return switch (asked) {
                case Extension extension -> Optional.empty();
                case Completion completion ->
                    completion.excessM2().signum() == 0 ? Optional.empty() : Optional.of(of(completion, today));
            };
        }

        private Result of(Completion completion, Today today) {
            Measures built = completion.built();
            Result levy = today.tariff().levy(of, built.withGrossArea(completion.excessM2()), today.day());
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("builtAreaM2", built.grossAreaM2());
            inputs.put("permittedAreaM2", completion.permittedM2());
            inputs.put("tariff", today.tariff().edition());
            inputs.putAll(levy.inputs());
            return new Result(levy.exact(), inputs);
        }

        @Override
        public Titles inWords() {
            return new Titles(
                    "عوارض زیربنا با تعرفه روز بر (زیربنای موجود − زیربنای پروانه)",
                    "building-area levy of today on (area as built − area permitted)");
        }
    }

    /** What the other items lack to the least that is charged. */
    record AtLeast(long rials) implements RequestFormula {
        @Override
        public Optional<Result> of(RequestCase asked, Today today, Map<String, Long> before) {
            long others = before.values().stream().reduce(0L, Math::addExact);
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("leastRials", rials);
            inputs.put("otherItemsRials", others);
            return Optional.of(new Result(BigDecimal.valueOf(Math.max(0, rials - others)), inputs));
        }

        @Override
        public Titles inWords() {
            return new Titles(
                    "حداقل − جمع اقلام دیگر، و نه کمتر از صفر", "least − sum of the other items, not below nought");
        }
    }
}
