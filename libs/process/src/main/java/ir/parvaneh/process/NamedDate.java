package ir.parvaneh.process;

import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A date that follows from what stands on the file, such as the end of a permit's validity. A stage that lasts until it
 * has it computed each time the stage is entered.
 *
 * @param at the date as an instant; may lie in the past, and the clock then speaks at once
 */
public record NamedDate(String name, Wording sentence, BiFunction<ProcessFile, Calendar, Instant> at) {

    public NamedDate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sentence, "sentence");
    }
}
