package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What would be silently ignored here while a real server obeys it is refused with a word. */
final class Refusals {

    static final int NOT_SUPPORTED = 115;
    private static final int INDEX_OPTIONS_CONFLICT = 85;
    private static final int INDEX_KEYS_CONFLICT = 86;

    private static final Set<String> NEVER =
            Set.of("collation", "txnNumber", "startTransaction", "autocommit", "validator", "expireAfterSeconds");
    private static final Map<String, Set<String>> UNKNOWN_TO = Map.of(
            "find", Set.of("min", "max", "returnKey", "showRecordId", "tailable", "awaitData", "let"),
            "aggregate", Set.of("let"));
    private static final Set<String> CREATE_OPTIONS =
            Set.of("create", "$db", "writeConcern", "comment", "lsid", "$clusterTime", "$readPreference", "apiVersion");
    private static final Set<String> INDEX_OPTIONS = Set.of("key", "name", "unique", "sparse", "v", "background", "ns");

    private Refusals() {}

    static MongoServerError refusal(String what) {
        return new MongoServerError(
                NOT_SUPPORTED, "CommandNotSupported", "the development store does not support " + what);
    }

    static void check(String command, Document body) {
        refuseAny(command, body, NEVER);
        refuseAny(command, body, UNKNOWN_TO.getOrDefault(command, Set.of()));
        switch (command) {
            case "create" -> refuseOthers("collection option", body, CREATE_OPTIONS);
            case "find" -> refuseNatural(body);
            case "update" -> each(body, "updates", Refusals::checkUpdate);
            case "delete" -> each(body, "deletes", delete -> refuseAny("delete", delete, NEVER));
            case "findAndModify" -> refusePipeline(body.get("update"));
            case "aggregate" -> each(body, "pipeline", Refusals::checkStage);
            default -> {
                // nothing in other commands is ignored
            }
        }
    }

    private static void refuseAny(String command, Document body, Set<String> words) {
        for (String word : words) {
            if (body.containsKey(word)) {
                throw refusal("'" + word + "' in " + command);
            }
        }
    }

    private static void refuseOthers(String what, Document body, Set<String> known) {
        for (String key : body.keySet()) {
            if (!known.contains(key)) {
                throw refusal(what + " '" + key + "'");
            }
        }
    }

    private static void each(Document body, String list, java.util.function.Consumer<Document> check) {
        if (body.get(list) instanceof List<?> parts) {
            parts.forEach(part -> check.accept((Document) part));
        }
    }

    private static void refuseNatural(Document find) {
        if (find.get("sort") instanceof Document sort && sort.containsKey("$natural")) {
            throw refusal("sort by $natural");
        }
    }

    private static void checkUpdate(Document update) {
        refuseAny("update", update, NEVER);
        refusePipeline(update.get("u"));
    }

    private static void refusePipeline(Object update) {
        if (update instanceof List<?>) {
            throw refusal("an update by pipeline");
        }
    }

    private static void checkStage(Document stage) {
        refuseAny("aggregate", stage, Set.of("$out", "$changeStream"));
    }

    /** Refuses index options that have no effect here, and kinds of index that are not sorted ones. */
    static void checkIndex(Document description) {
        refuseOthers("index option", description, INDEX_OPTIONS);
        Document key = (Document) description.get("key");
        key.forEach((field, direction) -> {
            boolean plain = direction instanceof Number number && Math.abs(number.doubleValue()) == 1;
            if (!plain || field.contains("$") || field.matches(".*\\.\\d+(\\..*)?")) {
                throw refusal("the index key " + key);
            }
        });
    }

    /** True when the same index is there already; refuses one that differs in keys, name or options. */
    static boolean exists(IndexSpec wanted, List<RowIndex> present) {
        for (RowIndex index : present) {
            if (index.spec.equals(wanted)) {
                return true;
            }
            if (index.spec.name().equals(wanted.name())) {
                throw new MongoServerError(
                        INDEX_KEYS_CONFLICT,
                        "IndexKeySpecsConflict",
                        "an index named " + wanted.name() + " exists with other keys or options");
            }
            if (index.spec.sameKeyAs(wanted)) {
                throw new MongoServerError(
                        INDEX_OPTIONS_CONFLICT,
                        "IndexOptionsConflict",
                        "the same keys are indexed already as " + index.spec.name());
            }
        }
        return false;
    }
}
