package ir.parvaneh.dev.store;

import java.util.ArrayList;
import java.util.List;

/** Puts the place of a {@link Keyset} into an index whose next fields are the keyset's fields in the same direction. */
record Placement(RowIndex index, int bound, Filter filter) {

    List<Interval> apply(List<Interval> intervals) {
        Keyset keyset = filter.keyset();
        if (keyset == null || index.holdsLists()) {
            return intervals;
        }
        List<IndexSpec.Field> fields = fieldsBehind();
        if (fields.size() < keyset.steps().size() || !fits(keyset, fields)) {
            return intervals;
        }
        byte[] place = place(keyset, fields);
        boolean forwards = forwards(keyset.steps().getFirst(), fields.getFirst());
        return intervals.stream()
                .map(interval -> forwards ? interval.after(place) : interval.before(place))
                .toList();
    }

    /** The fields by which the keys are sorted behind the bound ones; the id is the silent last one. */
    private List<IndexSpec.Field> fieldsBehind() {
        List<IndexSpec.Field> fields = new ArrayList<>(
                index.spec.fields().subList(bound, index.spec.fields().size()));
        if (!index.spec.unique()) {
            fields.addAll(IndexSpec.ID.fields());
        }
        return fields;
    }

    private static boolean fits(Keyset keyset, List<IndexSpec.Field> fields) {
        boolean forwards = forwards(keyset.steps().getFirst(), fields.getFirst());
        for (int i = 0; i < keyset.steps().size(); i++) {
            Keyset.Step step = keyset.steps().get(i);
            if (!step.field().equals(fields.get(i).name()) || forwards(step, fields.get(i)) != forwards) {
                return false;
            }
        }
        return true;
    }

    private static boolean forwards(Keyset.Step step, IndexSpec.Field field) {
        return step.upwards() == field.ascending();
    }

    private static byte[] place(Keyset keyset, List<IndexSpec.Field> fields) {
        KeyWriter place = new KeyWriter();
        for (int i = 0; i < keyset.steps().size(); i++) {
            place.add(keyset.steps().get(i).value(), fields.get(i).ascending());
        }
        return place.toBytes();
    }
}
