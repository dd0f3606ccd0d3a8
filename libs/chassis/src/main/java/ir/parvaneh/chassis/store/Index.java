package ir.parvaneh.chassis.store;

import java.util.List;

/**
 * An index a collection needs. Both stores sort ascending fields backwards as well.
 *
 * @param sparse leaves out documents without the field
 */
public record Index(String name, List<String> fields, boolean unique, boolean sparse) {
    public Index {
        fields = List.copyOf(fields);
    }

    public static Index on(String... fields) {
        return new Index(String.join("-", fields), List.of(fields), false, false);
    }

    public static Index unique(String... fields) {
        return new Index(String.join("-", fields), List.of(fields), true, false);
    }

    public static Index sparse(String field) {
        return new Index(field, List.of(field), false, true);
    }
}
