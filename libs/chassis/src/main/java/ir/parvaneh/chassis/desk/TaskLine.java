package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.web.ETags;
import ir.parvaneh.contracts.Titles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * A task in a list, as of its last row; what is decided goes by the task itself.
 *
 * @param roles whose act is awaited next
 * @param actions names of the open ones
 * @param etag for If-Match, quoted
 */
public record TaskLine(
        String id,
        String applicationId,
        long opening,
        String track,
        String stage,
        Titles title,
        String holder,
        String agency,
        String state,
        List<String> roles,
        List<String> actions,
        Map<String, String> assigned,
        String openedAt,
        String dueAt,
        String claimedBy,
        String etag,
        String changedAt) {

    static TaskLine of(Document row) {
        return new TaskLine(
                row.getString("task"),
                row.getString("applicationId"),
                number(row, "opening"),
                row.getString("track"),
                row.getString("stage"),
                title(row.get("title", Document.class)),
                row.getString("holder"),
                row.getString("agency"),
                row.getString("phase"),
                row.getList("roles", String.class),
                row.getList("actions", String.class),
                assigned(row.get("assigned", Document.class)),
                row.getString("openedAt"),
                row.getString("dueAt"),
                row.getString("claimedBy"),
                ETags.of(number(row, "etag")),
                row.getString("changedAt"));
    }

    private static long number(Document row, String field) {
        return row.get(field, Number.class).longValue();
    }

    private static Titles title(Document title) {
        return title == null ? null : new Titles(title.getString("fa"), title.getString("en"));
    }

    private static Map<String, String> assigned(Document assigned) {
        var named = new LinkedHashMap<String, String>();
        assigned.forEach((role, person) -> named.put(role, String.valueOf(person)));
        return named;
    }
}
