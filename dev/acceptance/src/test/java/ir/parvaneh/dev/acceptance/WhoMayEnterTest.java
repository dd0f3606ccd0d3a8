package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ir.parvaneh.iran.WorkingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every door of the public API, tried by everybody, while one file waits for its site visit. */
final class WhoMayEnterTest {
    private static final Set<String> NO_CALLER = Set.of("door", "body", "needs");

    private final PermitFile file = PermitFile.drafted("citizen-0211", "office-022", 10);
    private final Callers callers = new Callers(file, "citizen-0212", "citizen-0213", "citizen-0214");
    private final Map<String, String> blanks = new HashMap<>();
    private Task task;

    @TestFactory
    Stream<DynamicTest> each_door_opens_to_those_alone_whom_the_table_names() {
        file.to("inspection-scheduled");
        callers.inspectorWasDrawn();
        task = file.task(file.inspector(), "inspection-scheduled");
        fillBlanks();
        return Table.read("doors.csv", "\\|").rows().stream().map(row -> dynamicTest(row.get("door"), () -> door(row)));
    }

    private void fillBlanks() {
        Instant now = PermitFile.cityTime();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Tehran"));
        LocalDate workday = today.plusDays(1)
                .datesUntil(today.plusDays(30))
                .filter(WorkingCalendar.official()::isWorkingDay)
                .findFirst()
                .orElseThrow();
        blanks.putAll(Map.of("file", file.id, "office", file.office, "plot", file.renovationCode, "task", task.id()));
        blanks.putAll(Map.of("code", file.now().path("trackingCode").asString(), "district", "" + file.district));
        blanks.putAll(Map.of(
                "now",
                now.toString(),
                "later",
                now.plus(Duration.ofDays(2)).toString(),
                "workday",
                workday.toString()));
        blanks.putAll(Map.of(
                "inspector",
                file.inspector().id(),
                "inspector-2",
                callers.of("inspector-2").id()));
        blanks.putAll(Map.of("somebody", new Person("citizen-0219").id(), "newcomer", new Person("citizen-0218").id()));
    }

    private void door(Map<String, String> row) {
        List<String> slips = new ArrayList<>();
        row.forEach((who, cell) -> {
            String answer = NO_CALLER.contains(who) ? cell : walk(row, callers.of(who));
            if (!cell.equals(answer)) {
                slips.add(who + ": " + answer + " instead of " + cell);
            }
        });
        assertThat(slips).as(row.get("door")).isEmpty();
    }

    private String walk(Map<String, String> row, Person person) {
        String[] door = row.get("door").split(" ");
        String path = filled(door[1]);
        if (door[0].equals("STREAM")) {
            return stream(path, person);
        }
        Ask ask = new Ask(door[0], path).as(person);
        if (!row.get("body").isEmpty()) {
            ask.raw(filled(row.get("body")));
        }
        Reply reply = needing(row.get("needs"), ask).send();
        if (row.get("needs").equals("task-released") && reply.status() == 200) {
            PermitFile.accepted(
                    task.at(reply.etag()).change(person, "release", Map.of()).send());
        }
        return reply.verdict();
    }

    /** What a request carries besides its token: a key, and the tag of the thing as it is now. */
    private Ask needing(String needs, Ask ask) {
        if (needs.isEmpty()) {
            return ask;
        }
        ask.key(UUID.randomUUID().toString());
        Person head = callers.of("head");
        return switch (needs) {
            case "key" -> ask;
            case "visit" -> ask.ifMatch(file.visit().etag());
            case "task", "task-released" -> ask.ifMatch(task.asSeenBy(head).etag());
            case "office" -> ask.ifMatch(head.get("/v1/offices/" + file.office).etag());
            default -> throw new IllegalArgumentException(needs);
        };
    }

    private static String stream(String path, Person person) {
        try {
            HttpResponse<InputStream> begun =
                    Ask.HTTP.send(Ask.get(path).as(person).request(), BodyHandlers.ofInputStream());
            try (InputStream body = begun.body()) {
                return begun.statusCode() == 200
                        ? "200"
                        : new Reply(begun.statusCode(), begun.headers(), new String(body.readAllBytes())).verdict();
            }
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> blank : blanks.entrySet()) {
            filled = filled.replace("{" + blank.getKey() + "}", blank.getValue());
        }
        return filled;
    }

    @Test
    void nobody_finds_a_foreign_file_in_a_list() {
        file.to("inspection-review");
        for (String who : List.of("stranger", "foreign-clerk", "foreign-head", "foreign-expert", "foreign-deputy")) {
            Person person = callers.of(who);
            for (String search : List.of("", "?q=" + file.renovationCode, "?district=10", "?office=office-022")) {
                assertThat(person.get("/v1/applications" + search).text())
                        .as(who + search)
                        .doesNotContain(file.id);
            }
        }
        for (String who :
                List.of("foreign-clerk", "foreign-head", "expert", "foreign-expert", "utilities", "other-engineer")) {
            Reply tasks = callers.of(who).get("/v1/tasks?state=all&application=" + file.id);
            assertThat(tasks.json().path("items").isEmpty()).as(who + tasks).isTrue();
        }
        assertThat(callers.of("head").get("/v1/tasks?application=" + file.id).text())
                .contains(file.id);
        assertThat(callers.of("expert")
                        .get("/v1/applications?q=" + file.renovationCode)
                        .text())
                .contains(file.id);
    }
}
