package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The everyday part of updates, done in place on a decoded copy: several times cheaper than the library's way, which
 * clones and compares whole documents. Whatever is not everyday (positional paths, odd shapes, anything that has to be
 * refused with the right words) is left to the library.
 */
final class Edit {

    private enum Operator {
        SET,
        UNSET,
        INC,
        MIN,
        MAX,
        PUSH,
        PULL,
        ONLY_ON_INSERT
    }

    private static final Map<String, Operator> OPERATORS = Map.of(
            "$set", Operator.SET,
            "$unset", Operator.UNSET,
            "$inc", Operator.INC,
            "$min", Operator.MIN,
            "$max", Operator.MAX,
            "$push", Operator.PUSH,
            "$pull", Operator.PULL,
            "$setOnInsert", Operator.ONLY_ON_INSERT);

    private record Step(Operator operator, FieldPath path, Object operand) {}

    private final QueryMatcher matcher = new DefaultQueryMatcher();
    private final List<Step> steps = new ArrayList<>();

    private Edit() {}

    /** The edit that this update asks for, or null when it is the library's. */
    static Edit of(Document update) {
        Edit edit = new Edit();
        for (Map.Entry<String, Object> part : update.entrySet()) {
            Operator operator = OPERATORS.get(part.getKey());
            if (operator == null || !(part.getValue() instanceof Document changes) || !edit.addAll(operator, changes)) {
                return null;
            }
        }
        return edit.steps.isEmpty() || edit.conflicts() ? null : edit;
    }

    private boolean addAll(Operator operator, Document changes) {
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            FieldPath path = FieldPath.of(change.getKey());
            if (!everyday(path) || operator == Operator.PUSH && !everydayPush(change.getValue())) {
                return false;
            }
            steps.add(new Step(operator, path, change.getValue()));
        }
        return true;
    }

    private static boolean everyday(FieldPath path) {
        return !path.steps().getFirst().equals("_id")
                && path.steps().stream().noneMatch(step -> step.isEmpty() || step.startsWith("$"));
    }

    private static boolean everydayPush(Object operand) {
        return !(operand instanceof Document push)
                || !Filter.hasOperators(push)
                || push.get("$each") instanceof List<?>
                        && (push.size() == 1 || push.size() == 2 && push.get("$slice") instanceof Number);
    }

    /** Two changes of one field, or of a field and what it holds. */
    private boolean conflicts() {
        String[] names =
                steps.stream().map(step -> step.path().name() + ".").sorted().toArray(String[]::new);
        for (int i = 1; i < names.length; i++) {
            if (names[i].startsWith(names[i - 1])) {
                return true;
            }
        }
        return false;
    }

    /** Changes the document; false when its shape asks for the library, and then it is half changed. */
    boolean apply(Document document) {
        for (Step step : steps) {
            if (step.operator() != Operator.ONLY_ON_INSERT && !apply(step, document)) {
                return false;
            }
        }
        return true;
    }

    private boolean apply(Step step, Document document) {
        boolean creates = step.operator() != Operator.UNSET && step.operator() != Operator.PULL;
        Object parent = document;
        List<String> path = step.path().steps();
        for (String name : path.subList(0, path.size() - 1)) {
            if (parent instanceof Document inner && !inner.containsKey(name)) {
                if (!creates) {
                    return true;
                }
                inner.put(name, new Document());
            }
            parent = child(parent, name);
        }
        return switch (parent) {
            case Document holder -> change(step, holder, path.getLast());
            case List<?> list -> step.operator() == Operator.SET && setElement(list, path.getLast(), step.operand());
            case null, default -> false;
        };
    }

    private static Object child(Object parent, String name) {
        return switch (parent) {
            case Document inner -> inner.get(name);
            case List<?> list -> index(name) < list.size() ? list.get(index(name)) : null;
            case null, default -> null;
        };
    }

    /** An index far beyond any list when the name is none. */
    private static int index(String name) {
        boolean number = name.length() < 7 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(name) : Integer.MAX_VALUE;
    }

    @SuppressWarnings("unchecked") // decoded lists hold whatever a document holds
    private static boolean setElement(List<?> list, String name, Object value) {
        int index = index(name);
        if (index > list.size()) {
            return false;
        }
        List<Object> elements = (List<Object>) list;
        if (index == list.size()) {
            elements.add(value);
        } else {
            elements.set(index, value);
        }
        return true;
    }

    private boolean change(Step step, Document parent, String name) {
        Object present = parent.get(name);
        return switch (step.operator()) {
            case SET -> set(parent, name, step.operand());
            case UNSET -> unset(parent, name);
            case INC -> increase(parent, name, step.operand());
            case MIN, MAX -> bound(step, parent, name);
            case PUSH -> push(parent, name, present, step.operand());
            case PULL ->
                present instanceof List<?> list && pull(parent, name, list, step.operand())
                        || !parent.containsKey(name);
            case ONLY_ON_INSERT -> true;
        };
    }

    /** A number equal to the one present, but of another type, changes nothing. */
    private static boolean set(Document parent, String name, Object value) {
        boolean same = parent.get(name) instanceof Number present
                && value instanceof Number number
                && KeyBytes.isPlain(present)
                && KeyBytes.isPlain(number)
                && Arrays.equals(KeyBytes.of(present), KeyBytes.of(number));
        if (!same) {
            parent.put(name, value);
        }
        return true;
    }

    private static boolean unset(Document parent, String name) {
        parent.remove(name);
        return true;
    }

    private static boolean increase(Document parent, String name, Object by) {
        if (!parent.containsKey(name) && by instanceof Number) {
            parent.put(name, by);
            return true;
        }
        Object sum = sum(parent.get(name), by);
        if (sum != null) {
            parent.put(name, sum);
        }
        return sum != null;
    }

    private static Object sum(Object present, Object by) {
        if (present instanceof Integer one && by instanceof Integer other) {
            long sum = (long) one + other;
            return sum == (int) sum ? (Object) (int) sum : null;
        }
        boolean whole =
                present instanceof Long && by instanceof Integer || by instanceof Long && present instanceof Long;
        return whole ? ((Number) present).longValue() + ((Number) by).longValue() : null;
    }

    private static boolean bound(Step step, Document parent, String name) {
        if (!parent.containsKey(name)) {
            parent.put(name, step.operand());
            return true;
        }
        Object present = parent.get(name);
        if (!KeyBytes.isPlain(present) || !KeyBytes.isPlain(step.operand())) {
            return false;
        }
        int order = ValueComparator.asc().compare(step.operand(), present);
        if (step.operator() == Operator.MIN ? order < 0 : order > 0) {
            parent.put(name, step.operand());
        }
        return true;
    }

    private static boolean push(Document parent, String name, Object present, Object operand) {
        if (present != null && !(present instanceof List<?>)) {
            return false;
        }
        List<Object> list = present == null ? new ArrayList<>() : new ArrayList<>((List<?>) present);
        if (operand instanceof Document push && push.get("$each") instanceof List<?> many) {
            list.addAll(many);
            list = push.get("$slice") instanceof Number slice ? sliced(list, slice.intValue()) : list;
        } else {
            list.add(operand);
        }
        parent.put(name, list);
        return true;
    }

    private static List<Object> sliced(List<Object> list, int slice) {
        return slice < 0
                ? list.subList(Math.max(0, list.size() + slice), list.size())
                : list.subList(0, Math.min(slice, list.size()));
    }

    private boolean pull(Document parent, String name, List<?> list, Object operand) {
        List<Object> left = new ArrayList<>(list);
        left.removeIf(element -> matcher.matchesValue(operand, element));
        parent.put(name, left);
        return true;
    }
}
