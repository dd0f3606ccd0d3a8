package ir.parvaneh.application.certificate;

import ir.parvaneh.contracts.Titles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of certificate, as the policy has it.
 *
 * @param issued what of a file's life issues one
 * @param supersedes kinds of the same building whose older papers it takes the place of
 * @param holdsMonths how many months it holds, or null
 * @param holdsMonthsFrom the evidence that says how many months, or null; with neither it holds for ever
 */
record Kind(
        String name,
        Titles title,
        List<Moment> issued,
        Set<String> supersedes,
        Integer holdsMonths,
        Source holdsMonthsFrom,
        List<Line> lines,
        List<Titles> notes) {

    /** A field of a kind of evidence. */
    record Source(String evidence, String field) {

        static Source of(String written) {
            String[] parts = written.split("/", 2);
            return new Source(parts[0], parts[1]);
        }

        Object in(Map<String, Map<String, Object>> kept) {
            return kept.getOrDefault(evidence, Map.of()).get(field);
        }
    }

    /**
     * What issues it: an action that was taken or an outcome that was reached, the other being null.
     *
     * @param prolongedBy where it only prolongs the last one: the months; otherwise null
     */
    record Moment(String process, String action, String outcome, Source prolongedBy) {}

    /** A line of the paper: shown when any of its sources is there. */
    record Line(String name, Titles label, List<Source> from, String unit) {

        Optional<Object> value(Map<String, Map<String, Object>> kept) {
            return from.stream()
                    .map(source -> Optional.ofNullable(source.in(kept)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    Optional<Moment> atAction(String process, String action) {
        return issued.stream()
                .filter(moment -> moment.process().equals(process) && action.equals(moment.action()))
                .findFirst();
    }

    Optional<Moment> atOutcome(String process, String outcome) {
        return issued.stream()
                .filter(moment -> moment.process().equals(process) && outcome.equals(moment.outcome()))
                .findFirst();
    }

    /** Everything it reads from the evidence of a file. */
    Stream<Source> sources() {
        Stream<Source> prolonging = issued.stream().map(Moment::prolongedBy);
        Stream<Source> shown = lines.stream().flatMap(line -> line.from().stream());
        return Stream.of(prolonging, shown, Stream.ofNullable(holdsMonthsFrom))
                .flatMap(sources -> sources)
                .filter(Objects::nonNull);
    }
}
