package ir.parvaneh.application.fee;

import ir.parvaneh.contracts.Titles;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a levy is computed. A formula is exact; rounding comes after it, once. */
public sealed interface Formula {

    BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** An exact amount and the inputs it came from. */
    record Result(BigDecimal exact, Map<String, Object> inputs) {}

    /** @param before the rounded amounts of the components computed before this one */
    Result of(Measures given, long regionalPriceRials, Map<String, Long> before);

    /** The formula in words, as a citizen reads it. */
    Titles inWords();

    /** Up to so many storeys, that coefficient in thousandths. */
    record Band(int storeysTo, long perMille) {}

    /** Gross area by the district's price by a coefficient of use and height. */
    record AreaByPrice(Map<String, List<Band>> perMille) implements Formula {
        @Override
        public Result of(Measures given, long regionalPriceRials, Map<String, Long> before) {
            long coefficient = coefficient(given);
            Map<String, Object> inputs = given.shown("grossAreaM2", "usage", "storeys", "districtNo");
            inputs.put("regionalPriceRials", regionalPriceRials);
            inputs.put("perMille", coefficient);
            return new Result(permille(given.grossAreaM2(), regionalPriceRials, coefficient), inputs);
        }

        /** A building higher than every band is priced as the highest: a survey may find one. */
        private long coefficient(Measures given) {
            List<Band> bands = perMille.get(given.usage());
            return bands.stream()
                    .filter(band -> given.storeys() <= band.storeysTo())
                    .findFirst()
                    .orElseGet(() -> Collections.max(bands, Comparator.comparingInt(Band::storeysTo)))
                    .perMille();
        }

        @Override
        public Titles inWords() {
            return new Titles(
                    "زیربنا × قیمت منطقه‌ای × ضریب کاربری و طبقات ÷ ۱۰۰۰",
                    "gross area × regional price × coefficient of use and storeys ÷ 1000");
        }
    }

    /** What lies above the base density, by the district's price by a coefficient. */
    record AreaBeyondBase(long basePercent, long perMille) implements Formula {
        @Override
        public Result of(Measures given, long regionalPriceRials, Map<String, Long> before) {
            BigDecimal base =
                    given.plotAreaM2().multiply(BigDecimal.valueOf(basePercent)).divide(HUNDRED);
            BigDecimal beyond = given.grossAreaM2().subtract(base).max(BigDecimal.ZERO);
            Map<String, Object> inputs = given.shown("grossAreaM2", "plotAreaM2", "districtNo");
            inputs.put("basePercent", basePercent);
            inputs.put("regionalPriceRials", regionalPriceRials);
            inputs.put("perMille", perMille);
            return new Result(permille(beyond, regionalPriceRials, perMille), inputs);
        }

        @Override
        public Titles inWords() {
            return new Titles(
                    "(زیربنا − مساحت زمین × تراکم پایه ÷ ۱۰۰) × قیمت منطقه‌ای × ضریب ÷ ۱۰۰۰",
                    "(gross area − plot area × base density ÷ 100) × regional price × coefficient ÷ 1000");
        }
    }

    /** A share of components computed before. */
    record Share(List<String> of, long perMille) implements Formula {
        @Override
        public Result of(Measures given, long regionalPriceRials, Map<String, Long> before) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (String component : of) {
                inputs.put(component, before.get(component));
                sum = sum.add(BigDecimal.valueOf(before.get(component)));
            }
            inputs.put("perMille", perMille);
            return new Result(sum.multiply(BigDecimal.valueOf(perMille)).divide(THOUSAND), inputs);
        }

        @Override
        public Titles inWords() {
            return new Titles("جمع اقلام پایه × ضریب ÷ ۱۰۰۰", "sum of the base items × coefficient ÷ 1000");
        }
    }

    /** So many rials for each square metre. */
    record PerArea(long rials) implements Formula {
        @Override
        public Result of(Measures given, long regionalPriceRials, Map<String, Long> before) {
            Map<String, Object> inputs = given.shown("grossAreaM2");
            inputs.put("rialsPerM2", rials);
            return new Result(given.grossAreaM2().multiply(BigDecimal.valueOf(rials)), inputs);
        }

        @Override
        public Titles inWords() {
            return new Titles("زیربنا × بهای هر مترمربع", "gross area × rials for a square metre");
        }
    }

    /** So many rials for each unit. */
    record PerUnit(long rials) implements Formula {
        @Override
        public Result of(Measures given, long regionalPriceRials, Map<String, Long> before) {
            Map<String, Object> inputs = given.shown("units");
            inputs.put("rialsPerUnit", rials);
            return new Result(BigDecimal.valueOf(rials).multiply(BigDecimal.valueOf(given.units())), inputs);
        }

        @Override
        public Titles inWords() {
            return new Titles("شمار واحدها × بهای هر واحد", "units × rials for a unit");
        }
    }

    private static BigDecimal permille(BigDecimal area, long price, long perMille) {
        return area.multiply(BigDecimal.valueOf(price))
                .multiply(BigDecimal.valueOf(perMille))
                .divide(THOUSAND);
    }
}
