package ir.parvaneh.application.slip;

import ir.parvaneh.iran.BillId;
import ir.parvaneh.iran.JalaliDate;
import ir.parvaneh.iran.PaymentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How slips may be paid, from {@code policies/payments.yaml}; every figure there is policy.
 *
 * @param mostAttempts to pay one part, of those that still count
 * @param attemptsCountFor real time: a fine and a later instalment are not closed for ever by who failed too often
 */
record PaymentPolicy(
        int mostInstalments,
        int firstPercent,
        int monthsBetween,
        long leastInstalmentRials,
        int mostAttempts,
        Duration attemptsCountFor) {

    private static final String POLICY = "policies/payments.yaml";

    static PaymentPolicy load() {
        try (InputStream in = PaymentPolicy.class.getClassLoader().getResourceAsStream(POLICY)) {
            Map<String, Map<String, Object>> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new PaymentPolicy(
                    number(written, "most-instalments").intValue(),
                    number(written, "first-instalment-percent").intValue(),
                    number(written, "months-between-instalments").intValue(),
                    number(written, "least-instalment-rials").longValue(),
                    number(written, "most-attempts").intValue(),
                    Duration.ofHours(number(written, "attempts-count-for-hours").longValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Number number(Map<String, Map<String, Object>> written, String name) {
        Map<String, Object> entry = written.get(name);
        if (entry == null || !(entry.get("value") instanceof Number number)) {
            throw new IllegalStateException(POLICY + " gives no number for " + name);
        }
        return number;
    }

    /** The whole amount in one part; nothing is to be paid of nothing. */
    List<Part> cash(BillId bill, long payable, LocalDate today) {
        return payable == 0 ? List.of() : List.of(part(bill, 1, payable, today));
    }

    boolean allows(int instalments, long payable) {
        return instalments >= 2 && instalments <= mostInstalments && payable / instalments >= leastInstalmentRials;
    }

    /** The first instalment today, the others a period apart; what does not divide goes to the last. */
    List<Part> instalments(BillId bill, long payable, int count, LocalDate today) {
        long first = floor(payable * firstPercent / 100);
        long each = floor((payable - first) / (count - 1));
        List<Part> parts = new ArrayList<>(List.of(part(bill, 1, first, today)));
        long left = payable - first;
        for (int no = 2; no <= count; no++) {
            long amount = no == count ? left : each;
            parts.add(part(bill, no, amount, today.plusMonths((long) (no - 1) * monthsBetween)));
            left -= amount;
        }
        return parts;
    }

    private static long floor(long rials) {
        return rials / PaymentId.UNIT_RIALS * PaymentId.UNIT_RIALS;
    }

    /** One more part, of what is due again. */
    static Part part(BillId bill, int no, long amount, LocalDate dueOn) {
        int year = JalaliDate.of(dueOn).year();
        String id =
                PaymentId.canSay(amount) ? PaymentId.of(bill, amount, year, no).value() : null;
        return new Part(no, amount, dueOn, id, List.of());
    }
}
