package ir.parvaneh.dev.acceptance.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line for each check: how many things were looked at, and who offends. */
final class Report {
    private static final int NAMED_AT_MOST = 8;

    private final Map<String, Check> checks = new LinkedHashMap<>();

    /** A check's counts; it holds while nobody offends. */
    static final class Check {
        private long looked;
        private final List<String> offenders = new ArrayList<>();

        void looked(long more) {
            looked += more;
        }

        void expect(boolean holds, String offender) {
            looked++;
            if (!holds) {
                offenders.add(offender);
            }
        }
    }

    Check check(String sentence) {
        return checks.computeIfAbsent(sentence, s -> new Check());
    }

    boolean holds() {
        return checks.values().stream().allMatch(check -> check.offenders.isEmpty());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        checks.forEach((sentence, check) -> {
            String word = check.offenders.isEmpty() ? "holds" : "FAILS " + check.offenders.size() + " times";
            text.append("%-70s %9d looked at: %s%n".formatted(sentence, check.looked, word));
            check.offenders.stream()
                    .limit(NAMED_AT_MOST)
                    .forEach(who -> text.append("    ").append(who).append('\n'));
            if (check.offenders.size() > NAMED_AT_MOST) {
                text.append("    and %d more%n".formatted(check.offenders.size() - NAMED_AT_MOST));
            }
        });
        return text.toString();
    }
}
