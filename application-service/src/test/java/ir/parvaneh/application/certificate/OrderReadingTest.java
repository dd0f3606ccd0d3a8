package ir.parvaneh.application.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.certificate.Orders.Order;
import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.application.file.TermCalendar;
import ir.parvaneh.application.permit.PermitProcess;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.Ended;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.iran.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderReadingTest {

    private static final Instant START = Instant.parse("2026-05-02T06:00:00Z");
    private final OrderReading reading =
            new OrderReading(GivenCertificate.POLICY, new TermCalendar(WorkingCalendar.official()));
    private Orders orders = Orders.none();
    private long number;

    private OrderReadingTest begun(String process) {
        tells("file-registered", new FileRegistered("citizen-1", "ANY", "7-1-12-4-0-0-0", 7, null, "CODE"));
        return tells("begun", Map.of("process", process, "edition", "1404-2", "hash", "00", "at", START));
    }

    private OrderReadingTest tells(String type, Object data) {
        number++;
        byte[] json = Shape.json().writeValueAsBytes(data);
        var event = new Incoming("/applications/files", "file", number, "id-" + number, type, START, null, json);
        orders = reading.after(orders, event);
        return this;
    }

    private OrderReadingTest left(String action, String schema, Map<String, Object> content, Instant at) {
        Map<String, Object> left = new HashMap<>(Map.of("action", action, "decidedAt", at, "stage", "any"));
        if (schema != null) {
            left.put("evidence", Map.of("schema", schema, "digest", "ab", "content", content));
        }
        return tells("stage-left", left);
    }

    private Order last() {
        return orders.all().getLast();
    }

    @Test
    void a_plan_order_is_ordered_when_the_deputy_issues_it_and_again_when_it_is_issued_anew() {
        Map<String, Object> first = Map.of("orderNumber", "6-1", "usage", "residential", "permittedStoreys", 5);
        begun("building-permit").left("issue-plan-order", "plan-order", first, START);
        assertThat(last().kind()).isEqualTo("plan-order");
        assertThat(last().contents()).containsEntry("storeys", 5L).containsEntry("usage", "residential");
        assertThat(last().validUntil()).isAfter(LocalDate.of(2026, 10, 20)).isBefore(LocalDate.of(2026, 11, 10));
        Instant later = START.plus(Duration.ofDays(40));
        left("issue-plan-order", "plan-order", Map.of("permittedStoreys", 4), later);
        assertThat(orders.all()).hasSize(2);
        assertThat(last().contents()).containsEntry("storeys", 4L);
        assertThat(last().issuedAt()).isEqualTo(later);
    }

    @Test
    void a_permit_shows_what_draft_plan_order_and_request_said_and_holds_as_long_as_its_file() {
        begun("building-permit")
                .left("submit", "submission", Map.of("plotAreaM2", 312.5, "renovationCode", "7-1-12-4-0-0-0"), START)
                .left("draft-permit", "permit-draft", Map.of("storeys", 5, "units", 8, "validityMonths", 24), START)
                .left("approve-permit", null, null, START);
        assertThat(orders.all()).extracting(Order::kind).containsExactly("permit");
        assertThat(last().contents()).containsEntry("plotAreaM2", 312.5).containsEntry("units", 8L);
        var due = new TermCalendar(WorkingCalendar.official())
                .dueAt(START, new ir.parvaneh.process.Term(24, ir.parvaneh.process.Term.Unit.MONTH));
        assertThat(last().validUntil()).isEqualTo(Tehran.dateOf(due));
    }

    @Test
    void an_extension_gives_a_new_paper_with_the_day_that_was_granted() {
        LocalDate granted = LocalDate.of(2029, 5, 1);
        begun("building-permit")
                .left("draft-permit", "permit-draft", Map.of("storeys", 5, "validityMonths", 24), START)
                .left("approve-permit", null, null, START)
                .left("extend", "extension-granted", Map.of("months", 12, "validUntil", granted), START);
        assertThat(orders.all()).hasSize(2);
        assertThat(last().validUntil()).isEqualTo(granted);
        assertThat(last().contents()).containsEntry("storeys", 5L);
    }

    @Test
    void every_extension_a_permit_takes_and_every_plan_order_gives_a_paper() {
        var table = HostedProcesses.load().current(PermitProcess.NAME);
        Map<String, String> papers = Map.of("extension-granted", "permit", "plan-order", "plan-order");
        table.allStages().stream()
                .flatMap(stage -> stage.actions().values().stream())
                .filter(action -> action.evidence() != null && papers.containsKey(action.evidence()))
                .forEach(action -> assertThat(GivenCertificate.POLICY
                                .kinds()
                                .get(papers.get(action.evidence()))
                                .isIssuedByAction(PermitProcess.NAME, action.name()))
                        .as(action.name())
                        .isTrue());
    }

    @Test
    void a_completion_certificate_belongs_to_the_building_of_its_permit_and_holds_for_ever() {
        tells(
                "file-registered",
                Map.of("ownerId", "c", "renovationCode", "7-1-12-4-0-0-0", "districtNo", 7, "permitId", "permit-1"));
        Map<String, Object> facts = Map.of("schema", "permit-facts", "content", Map.of("storeys", 5, "units", 8));
        tells("begun", Map.of("process", "completion-certificate", "evidence", facts));
        left("draft-certificate", "certificate-draft", Map.of("units", 7), START);
        tells("ended", new Ended("certificate-issued", START));
        assertThat(last().kind()).isEqualTo("completion");
        assertThat(last().validUntil()).isNull();
        assertThat(last().contents()).containsEntry("storeys", 5L).containsEntry("units", 7L);
        assertThat(orders.subject().permitId()).isEqualTo("permit-1");
    }

    @Test
    void nothing_is_ordered_by_what_issues_nothing_or_by_another_process() {
        begun("building-permit").left("confirm-status", "status-findings", Map.of("seized", false), START);
        Orders before = orders;
        tells("stage-entered", Map.of("stage", "plan-order"));
        tells("ended", new Ended("certificate-issued", START));
        assertThat(orders).isEqualTo(before);
        assertThat(orders.all()).isEmpty();
    }

    @Test
    void only_what_papers_show_is_kept() {
        begun("building-permit").left("submit", "submission", Map.of("plotAreaM2", 300, "consent", true), START);
        assertThat(orders.kept()).isEqualTo(Map.of("submission", Map.of("plotAreaM2", 300L)));
    }
}
