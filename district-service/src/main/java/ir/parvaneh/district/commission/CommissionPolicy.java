package ir.parvaneh.district.commission;

import ir.parvaneh.contracts.Violation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The figures of article 100 that are policy: {@code policies/article-100.yaml}, where each stands with its source.
 *
 * @param quorum members with a vote who must have voted [BK]
 * @param majority votes a decision needs [BK]
 * @param longestPeriodDays what an owner may be given to execute [S60]
 * @param referralDaysAfterStop how long the municipality has to refer what it stopped [S39]
 * @param serviceRecordedWithinDays service recorded later is not relied on [A]
 * @param statementsKept how many statements a docket takes [A]
 * @param lateGrace how long after the end of a term the clock waits before it acts [A]
 * @param usages as which use a file's use counts [A]
 * @param valuedOnViolation true when the value of the day of the violation counts, false for the decision's [S50]
 */
record CommissionPolicy(
        int quorum,
        int majority,
        int longestPeriodDays,
        int referralDaysAfterStop,
        int serviceRecordedWithinDays,
        int statementsKept,
        Duration lateGrace,
        boolean valuedOnViolation,
        Map<String, String> usages,
        List<FineRule> fines,
        TransactionalValues values) {
    private static final String FILE = "policies/article-100.yaml";
    private static final String UNKNOWN = "unknown";

    static CommissionPolicy load() {
        Map<String, Object> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(Resources.text(FILE));
        return new CommissionPolicy(
                number(written, "quorum"),
                number(written, "majority"),
                number(written, "longest-period-days"),
                number(written, "referral-days-after-stop"),
                number(written, "service-recorded-within-days"),
                number(written, "statements-kept"),
                Duration.ofMinutes(number(written, "late-grace-minutes")),
                value(written, "valued-on").equals("violation"),
                usages(written),
                fines(written),
                new TransactionalValues(values(written), percents(written)));
    }

    /** As which use what the file says counts before anybody has looked; null is a file that says nothing. */
    String countedAs(String usage) {
        return usages.getOrDefault(usage == null ? UNKNOWN : usage, usages.get(UNKNOWN));
    }

    /** The rule that gives a fine for an item, if a note has one. */
    Optional<FineRule> ruleFor(Violation item) {
        return fines.stream().filter(rule -> rule.appliesTo(item)).findFirst();
    }

    Optional<FineRule> rule(String note) {
        return fines.stream().filter(rule -> rule.note().equals(note)).findFirst();
    }

    private static int number(Map<String, Object> written, String name) {
        return integer(value(written, name));
    }

    private static Object value(Map<String, Object> written, String name) {
        if (written.get(name) instanceof Map<?, ?> entry && entry.get("value") != null) {
            return entry.get("value");
        }
        throw new IllegalStateException(FILE + " gives no value for " + name);
    }

    private static int integer(Object number) {
        if (number instanceof Integer known) {
            return known;
        }
        throw new IllegalStateException(FILE + ": " + number + " is no whole number");
    }

    private static Map<String, String> usages(Map<String, Object> written) {
        return map(value(written, "usage-counted-as")).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private static List<FineRule> fines(Map<String, Object> written) {
        return map(written.get("fines")).entrySet().stream()
                .map(entry -> rule(entry.getKey(), map(entry.getValue())))
                .toList();
    }

    private static FineRule rule(String note, Map<String, Object> row) {
        List<String> usages =
                ((List<?>) row.get("usage")).stream().map(Object::toString).toList();
        return new FineRule(
                note,
                row.get("kind").toString(),
                usages,
                integer(row.get("lowest")),
                integer(row.get("highest")),
                integer(row.getOrDefault("key-money-percent", 0)),
                integer(row.getOrDefault("m2-a-space", 0)));
    }

    private static Map<LocalDate, Map<String, Long>> values(Map<String, Object> written) {
        return ((List<?>) written.get("transactional-values"))
                .stream()
                        .map(CommissionPolicy::map)
                        .collect(Collectors.toMap(row -> day(row.get("from")), row -> row.entrySet().stream()
                                .filter(entry -> !entry.getKey().equals("from"))
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, entry -> ((Number) entry.getValue()).longValue()))));
    }

    private static Map<Integer, Integer> percents(Map<String, Object> written) {
        return ((Map<?, ?>) written.get("district-percent"))
                .entrySet().stream()
                        .collect(
                                Collectors.toMap(entry -> integer(entry.getKey()), entry -> integer(entry.getValue())));
    }

    private static LocalDate day(Object written) {
        return written instanceof Date date
                ? LocalDate.ofInstant(date.toInstant(), ZoneId.of("UTC"))
                : LocalDate.parse(written.toString());
    }

    private static Map<String, Object> map(Object written) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) written).forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }
}
