package ir.parvaneh.district.commission;

import ir.parvaneh.contracts.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/**
 * How one note of article 100 makes a fine [S62, others BK]: transactional value a square metre, times measure, times a
 * multiplier in percent between lowest and highest.
 *
 * @param keyMoneyPercent the fine is at least so much of the key money, where there is some; 0 where the note says none
 * @param m2ASpace square metres a parking space counts for, where the measure is in spaces; 0 where it is an area
 */
record FineRule(
        String note, String kind, List<String> usages, int lowest, int highest, int keyMoneyPercent, int m2ASpace) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** No line of a fine is more: the sum of as many as a form has can still be said. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 56);

    boolean appliesTo(Violation item) {
        return kind.equals(item.kind()) && usages.contains(item.usage());
    }

    boolean allows(int multiplierPercent) {
        return multiplierPercent >= lowest && multiplierPercent <= highest;
    }

    /** The area that counts, in square metres. */
    double measure(double excess) {
        return m2ASpace == 0 ? excess : excess * m2ASpace;
    }

    /** Rials, rounded half up once at the end; empty where the measure makes more than a fine can be. */
    OptionalLong amount(double measuredM2, Long keyMoneyRials, int multiplierPercent, long valueRials) {
        if (!Double.isFinite(measuredM2)) {
            return OptionalLong.empty();
        }
        BigDecimal byValue =
                percent(BigDecimal.valueOf(measuredM2).multiply(BigDecimal.valueOf(valueRials)), multiplierPercent);
        BigDecimal rials = keyMoneyRials == null
                ? byValue
                : byValue.max(percent(BigDecimal.valueOf(keyMoneyRials), keyMoneyPercent));
        return rials.compareTo(MOST) > 0 ? OptionalLong.empty() : OptionalLong.of(rials.longValueExact());
    }

    private static BigDecimal percent(BigDecimal of, int percent) {
        return of.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 0, RoundingMode.HALF_UP);
    }
}
