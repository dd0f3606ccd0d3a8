package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** An index as it was asked for. A spec is only made from a description that {@link Refusals} let pass. */
record IndexSpec(String name, List<Field> fields, boolean unique, boolean sparse) {

    static final IndexSpec ID = new IndexSpec("_id_", List.of(new Field(FieldPath.of("_id"), true)), true, false);

    /** For tables without an id: rows stand in the order of their coming. */
    static final IndexSpec NONE = new IndexSpec("", List.of(new Field(FieldPath.of("$row"), true)), true, false);

    record Field(FieldPath path, boolean ascending) {

        String name() {
            return path.name();
        }
    }

    /** The primary key of a table whose documents are told apart by this field. */
    static IndexSpec primary(String idField) {
        return idField == null
                ? NONE
                : new IndexSpec(ID.name, List.of(new Field(FieldPath.of(idField), true)), true, false);
    }

    static IndexSpec from(Document description) {
        Document key = (Document) description.get("key");
        List<Field> fields = new ArrayList<>();
        key.forEach(
                (name, direction) -> fields.add(new Field(FieldPath.of(name), ((Number) direction).intValue() > 0)));
        return new IndexSpec(
                (String) description.get("name"),
                List.copyOf(fields),
                Boolean.TRUE.equals(description.get("unique")),
                Boolean.TRUE.equals(description.get("sparse")));
    }

    Document toDescription(String namespace) {
        Document description = new Document("v", 2).append("key", key()).append("name", name);
        if (unique && !name.equals(ID.name)) {
            description.append("unique", true);
        }
        if (sparse) {
            description.append("sparse", true);
        }
        return description.append("ns", namespace);
    }

    Document key() {
        Document key = new Document();
        fields.forEach(field -> key.append(field.name(), field.ascending() ? 1 : -1));
        return key;
    }

    boolean has(String field) {
        return fields.stream().anyMatch(each -> each.name().equals(field));
    }

    boolean sameKeyAs(IndexSpec other) {
        return fields.equals(other.fields);
    }
}
