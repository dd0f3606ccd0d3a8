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
 * @param holds how long
 */
record Kind(
        String name,
        Titles title,
        List<Moment> issued,
        Set<String> supersedes,
        Term holds,
        List<Line> lines,
        List<Titles> notes) {

    /** A field of a kind of evidence; a dot leads into an object. */
    record Source(String evidence, String field) {

        static Source of(String written) {
            String[] parts = written.split("/", 2);
            return new Source(parts[0], parts[1]);
        }

        Object in(Map<String, Map<String, Object>> kept) {
            return kept.getOrDefault(evidence, Map.of()).get(field);
        }
    }

    /** What issues it: an action that was taken or an outcome that was reached, the other being null. */
    record Moment(String process, String action, String outcome) {}

    /**
     * How long a paper holds: until a day that evidence names, else so many months, else for ever.
     *
     * @param until where evidence may name its last day; the first that does counts
     * @param months a number of policy, or null
     * @param monthsFrom the evidence that says how many, or null
     * @param fromTheFirst months are counted from the first paper of this kind on the file
     */
    record Term(List<Source> until, Integer months, Source monthsFrom, boolean fromTheFirst) {

        Stream<Source> sources() {
            return Stream.concat(until.stream(), Stream.ofNullable(monthsFrom));
        }
    }

    /** A line of the paper: shown when any of its sources is there. */
    record Line(String name, Titles label, List<Source> from, String unit) {

        Optional<Object> value(Map<String, Map<String, Object>> kept) {
            return from.stream()
                    .map(source -> Optional.ofNullable(source.in(kept)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    boolean isIssuedByAction(String process, String action) {
        return issued.stream().anyMatch(moment -> moment.process().equals(process) && action.equals(moment.action()));
    }

    boolean isIssuedByOutcome(String process, String outcome) {
        return issued.stream().anyMatch(moment -> moment.process().equals(process) && outcome.equals(moment.outcome()));
    }

    /** Everything it reads from the evidence of a file. */
    Stream<Source> sources() {
        Stream<Source> shown = lines.stream().flatMap(line -> line.from().stream());
        return Stream.concat(holds.sources(), shown).filter(Objects::nonNull);
    }
}
