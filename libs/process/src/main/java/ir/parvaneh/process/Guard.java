package ir.parvaneh.process;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A named condition of an action. Its sentence is what the citizen reads when the action is refused, and what the
 * generated page prints.
 *
 * @param evidence the record this guard looks at besides the file, or null when the file is enough
 */
public record Guard(String name, Wording sentence, Class<? extends Evidence> evidence, Condition<Evidence> holds) {

    /** What has to hold of the file, the evidence given with the action, and the instant the decision counts at. */
    @FunctionalInterface
    public interface Condition<E extends Evidence> {
        boolean test(ProcessFile file, E given, Instant at);
    }

    public Guard {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** A guard that looks at the file alone, and so can also say beforehand whether an action is open. */
    public static Guard onFile(String name, Wording sentence, Predicate<ProcessFile> holds) {
        return new Guard(name, sentence, null, (file, given, at) -> holds.test(file));
    }

    /** A guard that looks at the evidence given with the action, and at the file. */
    public static <E extends Evidence> Guard onEvidence(
            String name, Wording sentence, Class<E> evidence, BiPredicate<ProcessFile, E> holds) {
        return atMoment(name, sentence, evidence, (file, given, at) -> holds.test(file, given));
    }

    /** A guard that looks at the instant the decision counts at as well, such as one about a day that is stated. */
    public static <E extends Evidence> Guard atMoment(
            String name, Wording sentence, Class<E> evidence, Condition<E> holds) {
        return new Guard(name, sentence, evidence, (file, given, at) -> holds.test(file, evidence.cast(given), at));
    }

    /** True when the file alone decides. */
    public boolean onFileAlone() {
        return evidence == null;
    }

    boolean test(ProcessFile file, Evidence given, Instant at) {
        return holds.test(file, given, at);
    }
}
