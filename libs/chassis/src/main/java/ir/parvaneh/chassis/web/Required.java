package ir.parvaneh.chassis.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Names the components a body's record cannot do without. Used in its compact constructor:
 * {@code Required.of("stage", stage, "reasons", reasons);} throws {@link Missing} that names all absent ones, which
 * {@link Bodies} answers as {@code missing-field} with their pointers.
 */
public final class Required {
    private Required() {}

    /** Pairs of component name and value; a blank string counts as absent. */
    public static void of(Object... namesAndValues) {
        var absent = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (isAbsent(namesAndValues[i + 1])) {
                absent.add(namesAndValues[i].toString());
            }
        }
        if (!absent.isEmpty()) {
            throw new Missing(List.copyOf(absent));
        }
    }

    private static boolean isAbsent(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    /** Components that were absent. */
    public static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> names;

        Missing(List<String> names) {
            super("missing " + names, null, false, false);
            this.names = names;
        }

        public List<String> names() {
            return names;
        }
    }
}
