package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an index can make of a query: conditions that all must hold, by field. {@code complete} says that they are the
 * whole query; otherwise each candidate still has to be matched.
 */
final class Filter {

    enum Comparison {
        EQUAL,
        ONE_OF,
        ABOVE,
        FROM,
        BELOW,
        UP_TO,
        PRESENT
    }

    /** {@code exact} is false where an index may yield more than what matches. */
    record Condition(Comparison comparison, Object operand, boolean exact) {

        boolean provesPresence() {
            return switch (comparison) {
                case EQUAL -> operand != null;
                case ONE_OF -> !((Collection<?>) operand).contains(null);
                case ABOVE, FROM, BELOW, UP_TO, PRESENT -> true;
            };
        }

        boolean isRange() {
            return switch (comparison) {
                case ABOVE, FROM, BELOW, UP_TO -> true;
                case EQUAL, ONE_OF, PRESENT -> false;
            };
        }
    }

    private final Map<String, List<Condition>> byField = new LinkedHashMap<>();
    private Keyset keyset;
    private boolean complete = true;
    private int size;

    static Filter of(Document query) {
        Filter filter = new Filter();
        filter.addAll(query);
        return filter;
    }

    List<Condition> on(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** The first condition of this kind on a field, or null. */
    Condition first(String field, Comparison comparison) {
        for (Condition condition : on(field)) {
            if (condition.comparison() == comparison) {
                return condition;
            }
        }
        return null;
    }

    boolean binds(String field) {
        return first(field, Comparison.EQUAL) != null;
    }

    Keyset keyset() {
        return keyset;
    }

    boolean complete() {
        return complete;
    }

    /** How many conditions there are, to tell whether an index consumed all of them. */
    int size() {
        return size;
    }

    private void addAll(Document query) {
        query.forEach(this::addEntry);
    }

    private void addEntry(String key, Object value) {
        if (key.equals("$and") && value instanceof List<?> parts && allDocuments(parts)) {
            parts.forEach(part -> addAll((Document) part));
        } else if (key.equals("$or") && keyset == null && value instanceof List<?> branches && allDocuments(branches)) {
            keyset = Keyset.of(branches);
            complete = false;
        } else if (key.startsWith("$")) {
            complete = false;
        } else if (value instanceof Document operators && hasOperators(operators)) {
            operators.forEach((operator, operand) -> addOperator(key, operator, operand));
        } else {
            addEqual(key, value);
        }
    }

    private static boolean allDocuments(List<?> parts) {
        return parts.stream().allMatch(Document.class::isInstance);
    }

    static boolean hasOperators(Document value) {
        return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
    }

    private void addOperator(String field, String operator, Object operand) {
        switch (operator) {
            case "$eq" -> addEqual(field, operand);
            case "$in" -> addOneOf(field, operand);
            case "$gt" -> addRange(field, Comparison.ABOVE, operand);
            case "$gte" -> addRange(field, Comparison.FROM, operand);
            case "$lt" -> addRange(field, Comparison.BELOW, operand);
            case "$lte" -> addRange(field, Comparison.UP_TO, operand);
            case "$exists" -> addExists(field, operand);
            default -> complete = false;
        }
    }

    private void addEqual(String field, Object operand) {
        if (operand == null || KeyBytes.isPlain(operand)) {
            add(field, new Condition(Comparison.EQUAL, operand, true));
        } else if (operand instanceof Document && !BsonRegularExpression.isRegularExpression(operand)) {
            add(field, new Condition(Comparison.EQUAL, operand, false));
        } else {
            complete = false;
        }
    }

    private void addOneOf(String field, Object operand) {
        if (operand instanceof Collection<?> many && many.stream().allMatch(v -> v == null || KeyBytes.isPlain(v))) {
            add(field, new Condition(Comparison.ONE_OF, new ArrayList<>(many), true));
        } else {
            complete = false;
        }
    }

    private void addRange(String field, Comparison comparison, Object operand) {
        if (KeyBytes.isPlain(operand)) {
            add(field, new Condition(comparison, operand, true));
        } else {
            complete = false;
        }
    }

    private void addExists(String field, Object operand) {
        complete = false;
        if (Boolean.TRUE.equals(operand)) {
            byField.computeIfAbsent(field, name -> new ArrayList<>())
                    .add(new Condition(Comparison.PRESENT, operand, false));
        }
    }

    private void add(String field, Condition condition) {
        byField.computeIfAbsent(field, name -> new ArrayList<>(2)).add(condition);
        complete &= condition.exact();
        size++;
    }
}
