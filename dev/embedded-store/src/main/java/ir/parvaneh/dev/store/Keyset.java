package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * "What comes after (a, b)" as clients write it for the next page:
 * {@code $or: [{a: {$gt: x}}, {a: x, b: {$gt: y}}]}. Read as one place in an index instead of a union.
 */
record Keyset(List<Step> steps) {

    record Step(String field, Object value, boolean upwards) {}

    /** The place that these branches describe, or null when they describe something else. */
    static Keyset of(List<?> branches) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            Step next = nextStep(branches, steps);
            if (next == null) {
                return null;
            }
            steps.add(next);
        }
        return new Keyset(List.copyOf(steps));
    }

    /** The branch that binds exactly what came before and goes beyond one further field. */
    private static Step nextStep(List<?> branches, List<Step> before) {
        for (Object branch : branches) {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (flatten((Document) branch, fields) && fields.size() == before.size() + 1 && binds(fields, before)) {
                return beyond(fields);
            }
        }
        return null;
    }

    private static boolean flatten(Document branch, Map<String, Object> fields) {
        for (Map.Entry<String, Object> entry : branch.entrySet()) {
            boolean taken = entry.getKey().equals("$and")
                    ? entry.getValue() instanceof List<?> parts && flattenAll(parts, fields)
                    : !entry.getKey().startsWith("$") && fields.put(entry.getKey(), entry.getValue()) == null;
            if (!taken) {
                return false;
            }
        }
        return true;
    }

    private static boolean flattenAll(List<?> parts, Map<String, Object> fields) {
        return parts.stream().allMatch(part -> part instanceof Document document && flatten(document, fields));
    }

    /** Removes what was bound, so that the field gone beyond is left. */
    private static boolean binds(Map<String, Object> fields, List<Step> before) {
        return before.stream().allMatch(step -> step.value().equals(equalOperand(fields.remove(step.field()))));
    }

    private static Object equalOperand(Object value) {
        return value instanceof Document operators && operators.containsKey("$eq") ? operators.get("$eq") : value;
    }

    private static Step beyond(Map<String, Object> rest) {
        String name = rest.keySet().iterator().next();
        if (!(rest.get(name) instanceof Document operators) || operators.size() != 1) {
            return null;
        }
        Object above = operators.get("$gt");
        Object below = operators.get("$lt");
        if (KeyBytes.isPlain(above)) {
            return new Step(name, above, true);
        }
        return KeyBytes.isPlain(below) ? new Step(name, below, false) : null;
    }
}
