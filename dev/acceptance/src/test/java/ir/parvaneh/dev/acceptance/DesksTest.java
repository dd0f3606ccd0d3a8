package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.iran.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What desks, visits, delegations and the board have to keep, each on a file of its own. */
final class DesksTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_visit_is_moved_twice_at_most_and_is_not_recorded_before_its_date_is_agreed() {
        PermitFile file = PermitFile.drafted("citizen-0301", "office-031", 3).to("inspection-scheduled");
        assertThat(file.visit().at("/status")).isEqualTo("proposed");
        assertThat(file.visit().json().path("movesLeft").asInt()).isEqualTo(2);
        Task task = file.task(file.inspector(), "inspection-scheduled");
        Map<String, Object> record = file.body(Script.of("record-visit"));
        assertThat(task.decide(file.inspector(), record).send().verdict()).isEqualTo("409 visit-not-accepted");
        String seen = file.visit().etag();
        List<LocalDate> days = workingDays();
        assertThat(move(file, days.get(0)).at("/status")).isEqualTo("accepted");
        assertThat(move(file, days.get(1)).json().path("movesLeft").asInt()).isZero();
        assertThat(move(file, days.get(2)).verdict()).isEqualTo("422 visit-moves-used-up");
        assertThat(ask(file, days.get(2)).ifMatch(seen).send().verdict()).isEqualTo("412 stale-version");
        PermitFile.accepted(task.decide(file.inspector(), record).waiting().send());
    }

    @Test
    void who_acts_for_the_owner_moves_and_accepts_a_visit_as_he_may_until_he_no_longer_acts() {
        PermitFile file = PermitFile.drafted("citizen-0311", "office-031", 3);
        Callers callers = new Callers(file, "citizen-0312", "citizen-0313", "citizen-0314");
        file.to("inspection-scheduled");
        file.visit();
        Person attorney = callers.of("attorney");
        Person coOwner = callers.of("co-owner");
        Reply moved =
                answer(file, "/move", Map.of("on", workingDays().getFirst().toString()), attorney);
        assertThat(PermitFile.accepted(moved).at("/status")).isEqualTo("accepted");
        PermitFile.accepted(answer(file, "/acceptance", Map.of(), coOwner));
        assertThat(answer(file, "/acceptance", Map.of(), callers.of("stranger")).verdict())
                .isEqualTo("404 not-found");
        laysDown(file, attorney);
        await("the office learns it")
                .atMost(SOON)
                .until(() -> attorney.get("/v1/visits/" + file.id).status() == 404);
        PermitFile.accepted(coOwner.get("/v1/visits/" + file.id));
    }

    private static Reply answer(PermitFile file, String what, Map<String, String> body, Person person) {
        return Ask.post("/v1/visits/" + file.id + what, body)
                .as(person)
                .ifMatch(file.visit().etag())
                .send();
    }

    private static void laysDown(PermitFile file, Person attorney) {
        Reply gone = new Ask("DELETE", "/v1/applications/" + file.id + "/representatives/" + attorney.id())
                .as(attorney)
                .key("lay-down-" + file.id)
                .ifMatch(file.seenBy(attorney).etag())
                .send();
        assertThat(gone.status()).as(gone.toString()).isEqualTo(204);
    }

    private static Reply move(PermitFile file, LocalDate on) {
        return ask(file, on).ifMatch(file.visit().etag()).send();
    }

    private static Ask ask(PermitFile file, LocalDate on) {
        return Ask.post("/v1/visits/" + file.id + "/move", Map.of("on", on.toString()))
                .as(file.owner);
    }

    /** The next three working days of the city. */
    private static List<LocalDate> workingDays() {
        WorkingCalendar calendar = WorkingCalendar.official();
        LocalDate today = LocalDate.ofInstant(PermitFile.cityTime(), ZoneId.of("Asia/Tehran"));
        return today.plusDays(1)
                .datesUntil(today.plusDays(30))
                .filter(calendar::isWorkingDay)
                .limit(3)
                .toList();
    }

    @Test
    void who_has_a_conflict_of_interest_is_not_drawn() {
        PermitFile file = PermitFile.drafted("citizen-0302", "office-032", 4);
        conflicts(file, "office-032-inspector-1", List.of(file.renovationCode), List.of());
        conflicts(file, "office-032-inspector-3", List.of(), List.of(file.owner.id()));
        file.to("inspection-scheduled");
        assertThat(file.inspector().name()).isEqualTo("office-032-inspector-2");
    }

    private static void conflicts(PermitFile file, String inspector, List<String> plots, List<String> people) {
        Person head = file.person("office-head");
        String office = "/v1/offices/" + file.office;
        Map<String, Object> body = Map.of("renovationCodes", plots, "personIds", people);
        Reply declared = new Ask("PUT", office + "/people/" + new Person(inspector).id() + "/conflicts")
                .as(head)
                .key("conflict-" + inspector + file.id)
                .ifMatch(head.get(office).etag())
                .json(body)
                .send();
        assertThat(declared.status()).as(declared.toString()).isEqualTo(200);
    }

    @Test
    void a_batch_of_signatures_is_answered_item_by_item() {
        PermitFile one = PermitFile.drafted("citizen-0303", "office-033", 5).to("plan-order");
        PermitFile other = PermitFile.drafted("citizen-0304", "office-034", 5).to("plan-order");
        Person expert = one.person("district-expert");
        Task first = one.task(expert, "plan-order");
        Task second = other.task(expert, "plan-order");
        Reply signed = batch(expert, item(one, first), item(other, second.at("\"1\"")), item(other, second));
        assertThat(signed.status()).as(signed.toString()).isEqualTo(200);
        assertThat(statuses(signed)).containsExactly(200, 412, 200);
        assertThat(signed.at("/items/1/problem/code")).isEqualTo("stale-version");
        Person head = one.person("district-head");
        Reply heads = batch(head, item(one, first.asSeenBy(head)), item(other, second.asSeenBy(head)));
        assertThat(statuses(heads)).containsExactly(200, 200);
        Person deputy = one.person("district-deputy");
        Reply deputys = batch(deputy, item(one, first.asSeenBy(deputy)), item(other, second.asSeenBy(deputy)));
        assertThat(statuses(deputys)).containsExactly(200, 200);
        one.await("designer-awaited");
        other.await("designer-awaited");
    }

    private static Reply batch(Person person, Object... items) {
        return Ask.post("/v1/signatures", Map.of("items", List.of(items)))
                .as(person)
                .waiting()
                .send();
    }

    private static Map<String, Object> item(PermitFile file, Task task) {
        Map<String, Object> item = new HashMap<>(file.body(Script.of("issue-plan-order")));
        item.put("taskId", task.id());
        item.put("etag", task.etag());
        return item;
    }

    private static List<Integer> statuses(Reply batch) {
        return batch.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asInt())
                .toList();
    }

    @Test
    void a_colleague_signs_for_whom_is_away_but_never_what_he_prepared() {
        PermitFile file = PermitFile.drafted("citizen-0305", "office-035", 6).to("plan-order");
        Person chief = file.person("district-head");
        Person preparer = file.person("district-expert");
        Person colleague = new Person("district-06-expert-2");
        Task task = file.task(preparer, "plan-order");
        Map<String, Object> order = file.body(Script.of("issue-plan-order"));
        task = task.at(PermitFile.accepted(task.decide(preparer, order).send()).etag());
        Map<String, Object> instead = new HashMap<>(order);
        instead.put("onBehalfOf", chief.id());
        assertThat(task.decide(colleague, instead).send().verdict()).isEqualTo("403 forbidden");
        delegate(chief, preparer);
        delegate(chief, colleague);
        assertThat(task.decide(preparer, instead).send().verdict()).isEqualTo("422 separation-of-duties");
        task = task.at(
                PermitFile.accepted(task.decide(colleague, instead).send()).etag());
        assertThat(task.decide(chief, order).send().verdict()).isEqualTo("422 separation-of-duties");
        PermitFile.accepted(
                task.decide(file.person("district-deputy"), order).waiting().send());
    }

    private static void delegate(Person absent, Person to) {
        Instant now = PermitFile.cityTime();
        Reply granted = absent.post(
                "/v1/delegations",
                Map.of(
                        "to", to.id(),
                        "from", now.minusSeconds(60).toString(),
                        "until", now.plus(Duration.ofDays(3)).toString(),
                        "reason", "on leave"));
        assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
    }

    @Test
    void who_waits_is_answered_what_the_file_says_and_who_does_not_gets_a_link() {
        PermitFile file = PermitFile.drafted("citizen-0306", "office-036", 7).to("status-control");
        Person expert = file.person("district-expert");
        Task task = file.task(expert, "status-control");
        Map<String, Object> findings = file.with("enquiries", true).body(Script.of("confirm-status"));
        Reply refused = task.decide(expert, findings).waiting().send();
        assertThat(refused.verdict()).isEqualTo("422 guard-refused");
        assertThat(refused.at("/detail")).isEqualTo("No enquiry is needed.");
        assertThat(file.now().at("/lastRefusal/code").asString()).isEqualTo("guard-refused");
        Task again = file.task(expert, "status-control");
        Reply sent = again.decide(expert, file.with("enquiries", false).body(Script.of("confirm-status")))
                .send();
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.header("Location")).endsWith(again.path());
        file.await("plan-order");
    }

    @Test
    void the_board_equals_a_recount_from_history() {
        PermitFile.drafted("citizen-0307", "office-037", 8).to("submitted");
        String asOf = "?asOf=" + PermitFile.cityTime().plus(Duration.ofDays(1));
        await("board and recount").atMost(SOON).untilAsserted(() -> {
            JsonNode board =
                    new Person("operator-1").get("/v1/insight/board" + asOf).json();
            JsonNode recount =
                    new Person("auditor-1").get("/v1/insight/recount" + asOf).json();
            assertThat(board).isEqualTo(recount);
            assertThat(board.at("/totals/open").asLong()).isPositive();
        });
    }

    @Test
    void a_head_gives_a_colleagues_task_to_another_and_takes_it_back() {
        PermitFile file = PermitFile.drafted("citizen-0308", "office-038", 9).to("submitted");
        Person first = file.person("office-clerk");
        Person second = new Person("office-038-clerk-2");
        Person head = file.person("office-head");
        Task task = file.task(first, "submitted");
        task = task.at(PermitFile.accepted(task.change(first, "claim", Map.of()).send())
                .etag());
        Map<String, Object> takeUp = file.body(Script.of("take-up"));
        assertThat(task.decide(second, takeUp).send().verdict()).isEqualTo("409 claimed-by-another");
        assertThat(task.change(second, "release", Map.of()).send().verdict()).isEqualTo("403 forbidden");
        task = task.at(PermitFile.accepted(task.change(head, "reassignment", Map.of("to", second.id()))
                        .send())
                .etag());
        assertThat(task.decide(first, takeUp).send().verdict()).isEqualTo("409 claimed-by-another");
        task = task.at(
                PermitFile.accepted(task.change(head, "release", Map.of()).send())
                        .etag());
        PermitFile.accepted(task.decide(first, takeUp).waiting().send());
    }
}
