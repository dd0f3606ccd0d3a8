package ir.parvaneh.process;

import java.util.Objects;

/** One text in the two languages of the house: Persian first, English beside it. Neither is ever null. */
public record Wording(String fa, String en) {

    public Wording {
        Objects.requireNonNull(fa, "fa");
        Objects.requireNonNull(en, "en");
    }
}
