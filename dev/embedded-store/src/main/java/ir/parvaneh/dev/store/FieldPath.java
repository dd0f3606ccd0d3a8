package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A dotted path into documents, split once. Lists on the way are entered: each element gives a value of its own. */
record FieldPath(String name, List<String> steps) {

    static FieldPath of(String name) {
        return new FieldPath(name, List.of(name.split("\\.", -1)));
    }

    /** The values at this path, for a list each of its elements; nothing there counts as one missing value. */
    Values in(Document document) {
        List<Object> found = new ArrayList<>(1);
        boolean many = collect(document, 0, found);
        if (found.isEmpty()) {
            found.add(Missing.getInstance());
        }
        return new Values(found, many);
    }

    private boolean collect(Object value, int step, List<Object> found) {
        if (value instanceof Collection<?> list) {
            list.forEach(element -> collectElement(element, step, found));
            return true;
        }
        if (step == steps.size()) {
            found.add(value);
            return false;
        }
        if (value instanceof Document document && document.containsKey(steps.get(step))) {
            return collect(document.get(steps.get(step)), step + 1, found);
        }
        found.add(Missing.getInstance());
        return false;
    }

    private void collectElement(Object element, int step, List<Object> found) {
        if (step == steps.size()) {
            found.add(element);
        } else {
            collect(element, step, found);
        }
    }

    /** What a document holds at a path; {@code many} when a list was met on the way. */
    record Values(List<Object> values, boolean many) {

        boolean present() {
            return values.stream().anyMatch(value -> !(value instanceof Missing));
        }
    }
}
