package ir.parvaneh.chassis.store;

import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What has to be set and unset to make one document of another, by the deepest paths that do it: a page is some
 * kilobytes, what a command changes of it some hundred bytes. A list that grew or stayed as long is set by elements, one
 * that shrank is set whole; so is a document with names that no path can hold.
 */
final class Differences {
    private final BsonDocument set;
    private final List<String> unset;

    Differences(BsonDocument set, List<String> unset) {
        this.set = set;
        this.unset = unset;
    }

    /** @param path empty, or ending in a dot */
    void between(String path, BsonDocument old, BsonDocument now) {
        for (Map.Entry<String, BsonValue> field : now.entrySet()) {
            between(path + field.getKey(), old.get(field.getKey()), field.getValue());
        }
        for (String name : old.keySet()) {
            if (!now.containsKey(name)) {
                unset.add(path + name);
            }
        }
    }

    private void between(String path, BsonValue old, BsonValue now) {
        if (old instanceof BsonDocument before && now instanceof BsonDocument after && arePaths(before, after)) {
            between(path + ".", before, after);
        } else if (old instanceof BsonArray before && now instanceof BsonArray after && grew(before, after)) {
            elements(path + ".", before, after);
        } else if (!now.equals(old)) {
            set.append(path, now);
        }
    }

    private void elements(String path, BsonArray old, BsonArray now) {
        for (int i = 0; i < now.size(); i++) {
            between(path + i, i < old.size() ? old.get(i) : null, now.get(i));
        }
    }

    private static boolean grew(BsonArray old, BsonArray now) {
        return !old.isEmpty() && now.size() >= old.size();
    }

    private static boolean arePaths(BsonDocument old, BsonDocument now) {
        return !old.isEmpty() && arePaths(old) && arePaths(now);
    }

    private static boolean arePaths(BsonDocument document) {
        return document.keySet().stream()
                .noneMatch(name -> name.isEmpty() || name.indexOf('.') >= 0 || name.charAt(0) == '$');
    }
}
