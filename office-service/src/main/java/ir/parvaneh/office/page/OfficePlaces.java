package ir.parvaneh.office.page;

import ir.parvaneh.chassis.desk.DeskLens;
import ir.parvaneh.chassis.desk.DeskRows;
import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a task lies and by what a page is found: nobody finds one before its owner, office and district are known. */
public final class OfficePlaces {
    /** What lists of pages need: a closing office is emptied by its index. */
    public static final List<Index> INDEXES = List.of(Index.sparse("officeId"));

    private OfficePlaces() {}

    /** Office work lies on the office's desk; engineers' work on the desk of each engineer who is named for it. */
    public static List<String> of(Page<OfficePage> page, Task task) {
        return switch (task.work().holder()) {
            case "office" ->
                page.body().officeId() == null
                        ? List.of()
                        : List.of(office(page.body().officeId()));
            case "engineers" ->
                task.assigned().values().stream()
                        .distinct()
                        .sorted()
                        .map(OfficePlaces::person)
                        .toList();
            default -> List.of();
        };
    }

    static String office(String officeId) {
        return "office:" + officeId;
    }

    static String person(String personId) {
        return "person:" + personId;
    }

    public static Map<String, Object> found(OfficePage body) {
        return body.officeId() == null ? Map.of() : Map.of("officeId", body.officeId());
    }

    public static List<Row> rows(Page<OfficePage> page, DeskLens<OfficePage> lens) {
        List<Row> rows = new ArrayList<>(DeskRows.of(page, lens));
        page.body().inPerson().forEach(line -> rows.add(line.row(page.id())));
        return rows;
    }
}
