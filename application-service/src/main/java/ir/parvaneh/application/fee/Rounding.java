package ir.parvaneh.application.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one rounding rule of a tariff: an item is computed exactly and rounded once, half up, to that many rials. A total
 * is the sum of rounded items and is never rounded itself.
 */
public record Rounding(long toRials) {

    public Rounding {
        if (toRials < 1) {
            throw new IllegalArgumentException("amounts are rounded to a whole number of rials");
        }
    }

    /** Throws ArithmeticException when the amount is beyond all money there is. */
    public long of(BigDecimal exact) {
        BigDecimal step = BigDecimal.valueOf(toRials);
        return exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step).longValueExact();
    }
}
