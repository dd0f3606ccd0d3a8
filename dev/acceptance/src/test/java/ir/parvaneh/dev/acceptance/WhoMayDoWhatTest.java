package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every step of a file, tried by everybody who may not take it, then taken by who may. */
final class WhoMayDoWhatTest {
    private final PermitFile file = PermitFile.drafted("citizen-0201", "office-021", 9);
    private final Callers callers = new Callers(file, "citizen-0202", "citizen-0203", "citizen-0204");
    private Task task;

    @TestFactory
    Stream<DynamicTest> each_step_is_taken_by_those_alone_whom_the_table_names() {
        return steps("acts-on-a-file.csv");
    }

    @TestFactory
    Stream<DynamicTest> so_is_each_step_off_the_plain_way() {
        file.with("enquiries", true).with("buffer", true).with("exceeds", true);
        return steps("acts-off-the-way.csv");
    }

    private Stream<DynamicTest> steps(String table) {
        return Table.read(table, ",").rows().stream().map(row -> dynamicTest(row.get("act"), () -> step(row)));
    }

    private void step(Map<String, String> row) {
        String action = row.get("act").replaceAll("/.*", "");
        Script.Move move = Script.of(action);
        prepare(action, row);
        List<String> slips = new ArrayList<>();
        row.forEach((who, cell) -> {
            if (!who.equals("act") && !cell.equals("yes")) {
                String answer =
                        cell.equals("may") ? could(callers.of(who), action, move) : tries(callers.of(who), move);
                compare(who, cell, answer, slips);
            }
        });
        assertThat(slips).as("who tried %s", row.get("act")).isEmpty();
        take(callers.of(allowed(row)), move);
    }

    private void prepare(String action, Map<String, String> row) {
        file.to(Script.stageOf(action));
        prepareThePapers(action);
        if (Script.of(action).by().contains("office-inspector")) {
            agreeOnTheVisit();
        }
        boolean goesOn = row.get("act").matches(".*/[2-9]");
        if (!Script.of(action).isCitizens() && !goesOn) {
            task = file.task(callers.of(allowed(row)), Script.stageOf(action));
        }
    }

    private void prepareThePapers(String action) {
        switch (action) {
            case "pass-scans" -> file.papers().brings().checks();
            case "report-deficiency" ->
                assertThat(file.papers().asks(callers.of("clerk"), false).status())
                        .isEqualTo(201);
            case "supply-documents" -> file.papers().brings();
            default -> {}
        }
    }

    private void agreeOnTheVisit() {
        if (file.visit().at("/status").equals("proposed")) {
            PermitFile.accepted(file.acceptVisit());
        }
        callers.inspectorWasDrawn();
    }

    private static String allowed(Map<String, String> row) {
        return row.entrySet().stream()
                .filter(cell -> cell.getValue().equals("yes"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static void compare(String who, String cell, String answer, List<String> slips) {
        if (!cell.equals(answer)) {
            slips.add(who + ": " + answer + " instead of " + cell);
        }
    }

    private String tries(Person person, Script.Move move) {
        return ask(person, move).send().verdict();
    }

    private Ask ask(Person person, Script.Move move) {
        return move.isCitizens()
                ? Ask.post("/v1/applications/" + file.id + "/actions", file.body(move))
                        .as(person)
                        .ifMatch(file.seenBy(file.owner).etag())
                : task.decide(person, file.body(move)).waiting();
    }

    /** Who could take the step as well: a citizen's file says so, a desk lets him claim the task. */
    private String could(Person person, String action, Script.Move move) {
        if (move.isCitizens()) {
            boolean may = file.seenBy(person)
                    .json()
                    .path("actions")
                    .valueStream()
                    .anyMatch(one -> one.path("name").asString("").equals(action)
                            && one.path("may").asBoolean(false));
            return may ? "may" : "may not";
        }
        Reply claimed = task.change(person, "claim", Map.of()).send();
        if (claimed.status() != 200) {
            return claimed.verdict();
        }
        task = task.at(PermitFile.accepted(task.at(claimed.etag())
                        .change(person, "release", Map.of())
                        .send())
                .etag());
        return "may";
    }

    private void take(Person person, Script.Move move) {
        Reply taken = PermitFile.accepted(ask(person, move).send());
        task = move.isCitizens() ? null : task.at(taken.etag());
    }
}
