package ir.parvaneh.process;

import ir.parvaneh.process.Decision.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks an attempt goes through once its action is known; the first that refuses speaks. */
final class Rules {

    private Rules() {}

    @FunctionalInterface
    private interface Check {
        Optional<Refused> of(ProcessTable table, ProcessFile file, Action action, Attempt attempt);
    }

    private static final List<Check> CHECKS =
            List.of(Rules::signatures, Rules::roles, Rules::separation, Rules::reasons, Rules::evidence, Rules::guards);

    static Optional<Refused> check(ProcessTable table, ProcessFile file, Action action, Attempt attempt) {
        return CHECKS.stream()
                .map(check -> check.of(table, file, action, attempt))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Complete, in order, all by different people; one who prepared signs first or not at all. */
    private static Optional<Refused> signatures(ProcessTable table, ProcessFile file, Action action, Attempt attempt) {
        if (action.byOne() && attempt.signedBy().isEmpty()) {
            return Optional.empty();
        }
        List<String> roles = attempt.signedBy().stream().map(Signature::role).toList();
        List<String> people =
                attempt.signedBy().stream().map(Signature::personId).toList();
        boolean distinct = new HashSet<>(people).size() == people.size();
        boolean preparedFirst = people.lastIndexOf(attempt.preparedBy().personId()) <= 0;
        if (action.byOne() && roles.size() == 1) {
            return Optional.empty();
        }
        return unless(
                roles.equals(action.signedBy()) && distinct && preparedFirst, RefusalCode.SIGNATURES_OUT_OF_ORDER);
    }

    private static Optional<Refused> roles(ProcessTable table, ProcessFile file, Action action, Attempt attempt) {
        if (attempt.signedBy().isEmpty()) {
            String role = action.signedBy().getFirst();
            boolean held = attempt.preparedBy().roles().contains(role);
            String person = attempt.preparedBy().personId();
            return unless(held && holds(table, file, role, person), RefusalCode.NOT_YOUR_ACTION);
        }
        boolean all = attempt.signedBy().stream()
                .allMatch(one ->
                        action.signedBy().contains(one.role()) && holds(table, file, one.role(), one.personId()));
        return unless(all, RefusalCode.NOT_YOUR_ACTION);
    }

    /** A role the file assigns is held by the person it names, whatever roles somebody else brings. */
    static boolean holds(ProcessTable table, ProcessFile file, String role, String personId) {
        Role known = table.roles().get(role);
        return known == null
                || !known.assigned()
                || personId.equals(file.assigned().get(role));
    }

    private static Optional<Refused> separation(ProcessTable table, ProcessFile file, Action action, Attempt attempt) {
        Set<String> barred = Set.copyOf(barred(file, action));
        return unless(hands(attempt).stream().noneMatch(barred::contains), RefusalCode.SEPARATION_OF_DUTIES);
    }

    /** The people who had a hand in what an action judges, when that was last done. */
    static List<String> barred(ProcessFile file, Action action) {
        return action.separateFrom().stream()
                .map(judged -> file.hands().get(judged))
                .filter(hands -> hands != null)
                .flatMap(hands -> hands.people().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> hands(Attempt attempt) {
        List<String> hands = new ArrayList<>();
        hands.add(attempt.preparedBy().personId());
        attempt.signedBy().forEach(signature -> hands.add(signature.personId()));
        return hands;
    }

    private static Optional<Refused> reasons(ProcessTable table, ProcessFile file, Action action, Attempt attempt) {
        boolean given =
                !attempt.reasons().isEmpty() && attempt.reasons().stream().allMatch(Reason::given);
        return unless(!action.reasonsRequired() || given, RefusalCode.REASONS_REQUIRED);
    }

    private static Optional<Refused> evidence(ProcessTable table, ProcessFile file, Action action, Attempt attempt) {
        if (action.evidence() == null) {
            return unless(attempt.evidence() == null, RefusalCode.WRONG_EVIDENCE);
        }
        EvidenceKind kind = table.catalogue().kind(action.evidence()).orElseThrow();
        return unless(kind.record().isInstance(attempt.evidence()), RefusalCode.WRONG_EVIDENCE);
    }

    private static Optional<Refused> guards(ProcessTable table, ProcessFile file, Action action, Attempt attempt) {
        return action.provided().stream()
                .map(name -> table.catalogue().guard(name).orElseThrow())
                .filter(guard -> !guard.test(file, attempt.evidence(), attempt.decidedAt()))
                .findFirst()
                .map(Rules::refusedBy);
    }

    static Refused refusedBy(Guard guard) {
        return new Refused(RefusalCode.GUARD_REFUSED, guard.sentence(), guard.name(), List.of());
    }

    private static Optional<Refused> unless(boolean holds, RefusalCode code) {
        return holds ? Optional.empty() : Optional.of(Refused.of(code));
    }
}
