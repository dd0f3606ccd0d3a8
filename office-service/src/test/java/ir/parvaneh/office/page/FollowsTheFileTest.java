package ir.parvaneh.office.page;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.InspectorDrawn;
import ir.parvaneh.contracts.OfficeAssigned;
import ir.parvaneh.contracts.OpenAction;
import ir.parvaneh.contracts.RepresentativeAdded;
import ir.parvaneh.contracts.RepresentativeRemoved;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.contracts.VisitRecorded;
import ir.parvaneh.iran.WorkingCalendar;
import ir.parvaneh.office.register.Office;
import ir.parvaneh.office.register.OfficeLoad;
import ir.parvaneh.office.register.RegisterOf;
import ir.parvaneh.office.visit.SiteVisit;
import ir.parvaneh.office.visit.VisitDates;
import ir.parvaneh.office.visit.VisitPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FollowsTheFileTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Titles TITLE = new Titles("مرحله", "stage");
    private static final VisitWords WORDS =
            new VisitWords("inspection-scheduled", List.of("inspection-reported"), "office-inspector", "record-visit");

    private final Offices offices = new Offices(
            RegisterOf.offices(Map.of(
                    "office-1",
                    office("amir", "bahar"),
                    "office-2",
                    office("cyrus"),
                    "office-3",
                    new Office(
                            "an office with a conflict",
                            7,
                            Office.Status.ACTIVE,
                            List.of(inspector("elham", "sister"), inspector("farid"))))),
            new OfficeLoad());
    private final Visits visits = new Visits(
            WORDS,
            new VisitDates(new VisitPolicy(2, Duration.ofDays(2), true, 30), WorkingCalendar.official()),
            offices);
    private final FollowsTheFile reaction = new FollowsTheFile(offices, visits, () -> NOW);
    private Page<OfficePage> page = new Page<>("file-1", 0, 0, OfficePage.blank());
    private List<NewEvent> told = List.of();
    private long number;

    private static Office.Person inspector(String id, String... conflicts) {
        return new Office.Person(id, List.of("office-inspector"), List.of(), List.of(conflicts));
    }

    private static Office office(String... inspectors) {
        return new Office(
                "an office",
                7,
                Office.Status.ACTIVE,
                List.of(inspectors).stream().map(one -> inspector(one)).toList());
    }

    private void hears(String type, Object data) {
        number++;
        byte[] json = Shape.json().writeValueAsBytes(data);
        var event = new Incoming("/applications/files", "file-1", number, "e" + number, type, NOW, null, json);
        switch (reaction.apply(page, event)) {
            case Verdict.Changed<OfficePage> changed -> {
                told = changed.events();
                page = new Page<>("file-1", page.version() + 1, page.number() + told.size(), changed.body());
            }
            case Verdict.Unchanged<OfficePage> same -> told = List.of();
            case Verdict.Refused<OfficePage> no -> throw new AssertionError("a message cannot be refused: " + no);
        }
    }

    private void registered(String wish) {
        hears("file-registered", new FileRegistered("owner", "PERMIT_NEW_BUILD", "7-1-1-1-0-0-0", 7, wish, "code"));
    }

    private void entered(long opening, String stage, String holder, Map<String, String> assigned, OpenAction... open) {
        hears(
                "stage-entered",
                new StageEntered(opening, null, stage, TITLE, holder, null, NOW, null, null, List.of(open), assigned));
    }

    private void left(long opening, String stage, String action) {
        hears(
                "stage-left",
                new StageLeft(opening, null, stage, "office", action, "amir", List.of("amir"), null, List.of(), NOW));
    }

    private static OpenAction action(String name, String role, String presence, String... barred) {
        return new OpenAction(name, TITLE, List.of(role), presence, null, false, List.of(barred));
    }

    private <T> T only(Class<T> type) {
        return told.stream()
                .map(NewEvent::data)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_citizens_office_gets_the_file_and_its_desk_the_task() {
        registered("office-2");
        entered(3, "submitted", "office", Map.of(), action("take-up", "office-clerk", null));
        assertThat(only(OfficeAssigned.class)).isEqualTo(new OfficeAssigned("office-2", "citizen-choice", NOW));
        assertThat(OfficePlaces.of(page, page.body().desk().find(3).orElseThrow()))
                .containsExactly("office:office-2");
    }

    @Test
    void an_office_is_assigned_once() {
        registered(null);
        entered(3, "submitted", "office", Map.of());
        entered(5, "ownership-check", "office", Map.of());
        assertThat(told).isEmpty();
    }

    @Test
    void a_stage_of_the_district_is_no_concern_of_the_office() {
        registered(null);
        entered(3, "status-control", "district", Map.of());
        assertThat(page.body().desk().tasks()).isEmpty();
        assertThat(page.body().officeId()).isNull();
    }

    @Test
    void engineers_find_their_task_by_their_own_name() {
        registered(null);
        entered(3, "drawing", "engineers", Map.of("designer", "dara"), action("submit-plans", "designer", null));
        assertThat(OfficePlaces.of(page, page.body().desk().find(3).orElseThrow()))
                .containsExactly("person:dara");
    }

    @Test
    void a_visit_is_drawn_among_those_the_file_does_not_bar() {
        registered("office-1");
        entered(
                3,
                "inspection-scheduled",
                "office",
                Map.of(),
                action("record-visit", "office-inspector", null, "amir"));
        assertThat(only(InspectorDrawn.class).inspectorId()).isEqualTo("bahar");
        assertThat(page.body().desk().find(3).map(Task::assigned)).contains(Map.of("office-inspector", "bahar"));
        assertThat(page.body().visit().status()).isEqualTo(SiteVisit.Status.PROPOSED);
    }

    @Test
    void who_acts_for_the_owner_is_a_party_until_he_no_longer_acts() {
        hears("representative-added", new RepresentativeAdded("attorney", "attorney", NOW));
        registered("office-1");
        assertThat(page.body().parties()).containsExactlyInAnyOrder("owner", "attorney");
        assertThat(page.body().isParty("attorney")).isTrue();
        assertThat(page.body().isParty("stranger")).isFalse();
        hears("representative-removed", new RepresentativeRemoved("attorney", NOW));
        assertThat(page.body().isParty("attorney")).isFalse();
        assertThat(page.body().isParty("owner")).isTrue();
    }

    @Test
    void an_inspector_in_conflict_with_a_co_owner_is_not_drawn() {
        registered("office-3");
        hears("representative-added", new RepresentativeAdded("sister", "co-owner", NOW));
        entered(3, "inspection-scheduled", "office", Map.of(), action("record-visit", "office-inspector", null));
        assertThat(only(InspectorDrawn.class).inspectorId()).isEqualTo("farid");
    }

    @Test
    void a_visit_cannot_be_recorded_before_its_date_is_agreed() {
        registered("office-2");
        entered(3, "inspection-scheduled", "office", Map.of(), action("record-visit", "office-inspector", null));
        assertThat(visits.hindrance(page, 3, "record-visit", NOW)).isPresent();
        assertThat(visits.hindrance(page, 3, "record-no-access", NOW)).isEmpty();
        assertThat(visits.hindrance(page, 3, "record-visit", NOW.plus(Duration.ofDays(3))))
                .isEmpty();
    }

    @Test
    void a_recorded_visit_stands_in_the_ledger_and_is_over() {
        registered("office-2");
        entered(3, "inspection-scheduled", "office", Map.of(), action("record-visit", "office-inspector", null));
        left(3, "inspection-scheduled", "record-visit");
        assertThat(only(VisitRecorded.class).place()).isEqualTo("plot");
        assertThat(page.body().visit().status()).isEqualTo(SiteVisit.Status.DONE);
        assertThat(page.body().inPerson()).hasSize(1);
    }

    @Test
    void an_action_that_asks_presence_is_a_visit_in_the_ledger() {
        registered("office-2");
        entered(3, "ownership-check", "office", Map.of(), action("confirm-ownership", "office-clerk", "office"));
        left(3, "ownership-check", "confirm-ownership");
        assertThat(only(VisitRecorded.class))
                .isEqualTo(new VisitRecorded("office", "office-2", "confirm-ownership", false, NOW));
        assertThat(page.body().desk().find(3).map(Task::state)).contains(Task.State.closed);
    }

    @Test
    void an_unknown_event_changes_nothing() {
        registered("office-2");
        hears("something-new", Map.of("a", 1));
        assertThat(told).isEmpty();
        assertThat(page.version()).isEqualTo(1);
    }
}
