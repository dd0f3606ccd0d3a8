package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether an index, with its first fields bound, yields rows in the order asked for, and read from which end. */
record IndexOrder(boolean fits, boolean backwards) {

    private static final IndexOrder FORWARDS = new IndexOrder(true, false);
    private static final IndexOrder BACKWARDS = new IndexOrder(true, true);
    private static final IndexOrder NONE = new IndexOrder(false, false);

    static IndexOrder of(RowIndex index, int bound, Filter filter, Document orderBy) {
        if (orderBy.isEmpty()) {
            return FORWARDS;
        }
        List<IndexSpec.Field> sorts = asked(index, filter, orderBy);
        List<IndexSpec.Field> given = given(index, bound, filter);
        boolean ends = index.spec.unique() && sorts.size() > given.size();
        if (index.holdsLists() || sorts.size() > given.size() && !ends) {
            return NONE;
        }
        return compare(sorts.subList(0, Math.min(sorts.size(), given.size())), given);
    }

    private static IndexOrder compare(List<IndexSpec.Field> sorts, List<IndexSpec.Field> given) {
        boolean backwards = false;
        for (int i = 0; i < sorts.size(); i++) {
            boolean opposite = sorts.get(i).ascending() != given.get(i).ascending();
            if (!sorts.get(i).name().equals(given.get(i).name()) || i > 0 && opposite != backwards) {
                return NONE;
            }
            backwards = opposite;
        }
        return backwards ? BACKWARDS : FORWARDS;
    }

    /** The sort without fields of this index that have one value only. */
    private static List<IndexSpec.Field> asked(RowIndex index, Filter filter, Document orderBy) {
        List<IndexSpec.Field> sorts = new ArrayList<>();
        for (Map.Entry<String, Object> sort : orderBy.entrySet()) {
            if (!filter.binds(sort.getKey()) || !index.spec.has(sort.getKey())) {
                sorts.add(new IndexSpec.Field(FieldPath.of(sort.getKey()), ((Number) sort.getValue()).intValue() > 0));
            }
        }
        return sorts;
    }

    private static List<IndexSpec.Field> given(RowIndex index, int bound, Filter filter) {
        List<IndexSpec.Field> given = new ArrayList<>();
        for (IndexSpec.Field field :
                index.spec.fields().subList(bound, index.spec.fields().size())) {
            if (!filter.binds(field.name())) {
                given.add(field);
            }
        }
        if (!index.spec.unique()) {
            given.addAll(IndexSpec.ID.fields());
        }
        return given;
    }
}
