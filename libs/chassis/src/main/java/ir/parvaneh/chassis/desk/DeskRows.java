package ir.parvaneh.chassis.desk;

import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Every task as a row of {@value #COLLECTION}, one for each desk it lies on, so that a desk's list is an equality on
 * {@code desk} and {@code state} and a range on one sort key. Sort keys end in the row's id and are never equal.
 */
public final class DeskRows {
    public static final String COLLECTION = "tasks";

    /**
     * What the collection needs, for {@code Store.rows}. None holds the list {@code roles}: a desk's open tasks are few
     * enough to be sifted in order of their sort key, and an index with lists gives no order on the embedded store.
     */
    public static final List<Index> INDEXES = List.of(
            Index.on("desk", "state", "dueKey"),
            Index.on("desk", "state", "openedKey"),
            Index.on("desk", "state", "stage", "dueKey"),
            Index.on("desk", Row.WRITTEN),
            Index.on("applicationId", "desk", "dueKey"),
            Index.sparse("claimedKey"),
            Index.sparse("pendingKey"));

    private static final String NEVER = "9999-12-31T23:59:59.999Z";

    private DeskRows() {}

    /** The rows of a page's tasks, for {@code Pages.Definition.rows}. */
    public static <P> List<Row> of(Page<P> page, DeskLens<P> lens) {
        var rows = new ArrayList<Row>();
        for (Task task : lens.read().apply(page.body()).tasks()) {
            String suffix = "";
            for (String desk : lens.desks().apply(page, task)) {
                rows.add(row(new TaskId(page.id(), task.opening()), task, desk, suffix));
                suffix = "@" + desk;
            }
        }
        return rows;
    }

    private static Row row(TaskId id, Task task, String desk, String suffix) {
        String rowId = id + suffix;
        String dueAt = text(task.work().dueAt());
        String openedAt = text(task.work().enteredAt());
        String changedAt = text(task.changedAt());
        var fields = new Document("desk", desk)
                .append("task", id.toString())
                .append("applicationId", id.applicationId())
                .append("opening", task.opening())
                .append("track", task.work().track())
                .append("stage", task.stage())
                .append("title", title(task.work().title()))
                .append("holder", task.work().holder())
                .append("agency", task.work().agency())
                .append("state", task.isWaiting() ? "open" : task.state().name())
                .append("phase", task.state().name())
                .append("roles", List.copyOf(task.nextRoles()))
                .append("actions", task.actions().stream().map(OpenAction::name).toList())
                .append("assigned", new Document(new TreeMap<String, Object>(task.assigned())))
                .append("openedAt", openedAt)
                .append("dueAt", dueAt)
                .append("claimedBy", task.claim() == null ? null : task.claim().personId())
                .append("etag", task.changed())
                .append("changedAt", changedAt);
        fields.append("dueKey", (dueAt == null ? NEVER : dueAt) + "|" + rowId)
                .append("openedKey", openedAt + "|" + rowId)
                .append(
                        "claimedKey",
                        suffix.isEmpty() && isClaimed(task) ? text(task.claim().at()) : null)
                .append(
                        "pendingKey",
                        suffix.isEmpty() && isPending(task)
                                ? text(task.decision().decidedAt())
                                : null);
        return new Row(COLLECTION, rowId, task.changed(), fields);
    }

    private static boolean isClaimed(Task task) {
        return task.isWaiting() && task.claim() != null;
    }

    private static boolean isPending(Task task) {
        return task.state() == Task.State.decided;
    }

    private static Document title(Titles title) {
        return title == null ? null : new Document("fa", title.fa()).append("en", title.en());
    }

    private static String text(Instant instant) {
        return instant == null ? null : Shape.text(instant);
    }
}
