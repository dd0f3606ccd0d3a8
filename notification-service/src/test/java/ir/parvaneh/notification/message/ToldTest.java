package ir.parvaneh.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Projection.Result;
import ir.parvaneh.contracts.Ended;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.OfficeAssigned;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.contracts.VisitProposed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ToldTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private final Told told = new Told();
    private final Templates templates = Templates.load();
    private Document row;
    private List<Row> effects = List.of();
    private long number;

    private void hears(String source, String type, Object data) {
        number++;
        byte[] json = Shape.json().writeValueAsBytes(data);
        Result result = told.apply(row, new Incoming(source, "file-1", number, "e" + number, type, AT, null, json));
        row = result.row();
        effects = result.effects();
    }

    private void file(String type, Object data) {
        hears("/applications/files", type, data);
    }

    private void registered() {
        file("file-registered", new FileRegistered("owner", "PERMIT_NEW_BUILD", "7-1-12-4-0-0-0", 7, null, "TRACK-1"));
    }

    private void entered(String holder, Instant due) {
        Titles title = new Titles("کنترل وضعیت", "status control");
        file("stage-entered", new StageEntered(3, null, "x", title, holder, null, AT, due, null, List.of(), Map.of()));
    }

    private List<Document> messages() {
        return effects.stream()
                .filter(effect -> effect.collection().equals(Told.MESSAGES))
                .map(Row::fields)
                .toList();
    }

    private String text(String language) {
        Document message = messages().getFirst();
        return templates
                .write(message.getString("kind"), language, Told.values(message))
                .text();
    }

    @Test
    void an_office_that_is_heard_of_before_the_file_stays_known() {
        hears("/offices/pages", "office-assigned", new OfficeAssigned("office-017", "citizen-choice", AT));
        registered();
        assertThat(Told.hasOffice(row)).isTrue();
        assertThat(Told.mayFollow(row, "a-clerk", "office-017", null)).isTrue();
        assertThat(Told.mayFollow(row, "owner", null, null)).isTrue();
    }

    @Test
    void the_owner_is_told_where_his_file_is_in_both_languages() {
        registered();
        entered("district", Instant.parse("2026-11-25T20:29:59Z"));
        assertThat(text("en"))
                .isEqualTo("Your file TRACK-1 is now at \"status control\", held by the district. Due on 2026-11-25.");
        assertThat(text("fa"))
                .contains("کنترل وضعیت")
                .contains("منطقه")
                .contains("TRACK-1")
                .contains("۱۴۰۵/۰۹/۰۴");
    }

    @Test
    void a_stage_without_a_term_names_no_date() {
        registered();
        entered("owner", null);
        assertThat(text("en")).isEqualTo("Your file TRACK-1 waits for you: status control.");
    }

    @Test
    void a_stage_that_waits_for_others_is_held_by_nobody() {
        registered();
        entered("waiting", null);
        assertThat(text("en"))
                .isEqualTo("Your file TRACK-1 is now at \"status control\" and waits until steps that run side by side"
                        + " are done.");
        assertThat(text("fa")).contains("کنترل وضعیت").contains("هم‌زمان");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report-deficiency",
                "report-amendment-deficiency",
                "hand-back-without-access",
                "return-draft",
                "reject",
                "refuse-settlement",
                "uphold-rejection",
                "list-plan-defects",
                "decline-civil-supervision"
            })
    void a_return_tells_its_reasons(String action) {
        leaves(action);
        assertThat(text("en")).isEqualTo("Your file TRACK-1 was returned. the deed is unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reopen",
                "lift-stop-work",
                "correct-measures",
                "record-no-access",
                "order-reinspection",
                "call-joint-meeting",
                "ask-for-visit"
            })
    void reasons_of_what_is_no_return_are_a_note(String action) {
        leaves(action);
        assertThat(text("en")).isEqualTo("A note was left on your file TRACK-1. the deed is unreadable");
        assertThat(text("fa")).startsWith("در پرونده TRACK-1 یادداشتی ثبت شد.");
    }

    private void leaves(String action) {
        registered();
        List<Reason> reasons = List.of(new Reason("deed", "the deed is unreadable"));
        file("stage-left", new StageLeft(3, null, "x", "office", action, "p", List.of("p"), null, reasons, AT));
    }

    @Test
    void leaving_a_stage_without_reasons_is_a_line_but_no_message() {
        registered();
        file("stage-left", new StageLeft(3, null, "x", "office", "go", "p", List.of("p"), null, List.of(), AT));
        assertThat(messages()).isEmpty();
        assertThat(effects).hasSize(1);
    }

    @Test
    void a_co_owner_is_told_too_until_he_leaves() {
        registered();
        file("representative-added", Map.of("personId", "partner", "kind", "co-owner"));
        hears("/offices/pages", "visit-proposed", new VisitProposed(9, LocalDate.of(2026, 11, 25), AT));
        assertThat(messages())
                .extracting(message -> message.getString("personId"))
                .containsExactly("owner", "partner");
        file("representative-removed", Map.of("personId", "partner"));
        file("ended", new Ended("permit-issued", AT));
        assertThat(messages())
                .extracting(message -> message.getString("personId"))
                .containsExactly("owner");
    }

    @Test
    void every_event_is_a_line_with_the_next_number_whatever_its_source() {
        registered();
        hears("/offices/pages", "office-assigned", new OfficeAssigned("office-1", "citizen-choice", AT));
        entered("office", null);
        assertThat(effects.getFirst().fields().get("seq")).isEqualTo(3L);
        assertThat(effects.getFirst().collection()).isEqualTo(Told.LINES);
    }

    @Test
    void the_file_may_be_followed_by_its_people_its_office_and_its_district_only() {
        registered();
        hears("/offices/pages", "office-assigned", new OfficeAssigned("office-1", "citizen-choice", AT));
        assertThat(Told.mayFollow(row, "owner", null, null)).isTrue();
        assertThat(Told.mayFollow(row, "clerk", "office-1", null)).isTrue();
        assertThat(Told.mayFollow(row, "expert", null, 7)).isTrue();
        assertThat(Told.mayFollow(row, "stranger", "office-2", 8)).isFalse();
        assertThat(Told.mayFollow(null, "owner", "office-1", 7)).isFalse();
    }

    @Test
    void the_same_event_told_twice_is_the_same_message() {
        registered();
        Document before = row;
        entered("office", null);
        List<String> first = effects.stream().map(Row::id).toList();
        row = before;
        number--;
        entered("office", null);
        assertThat(effects.stream().map(Row::id)).containsExactlyElementsOf(first);
    }

    @Test
    void a_docket_is_told_of_on_its_file_but_not_what_its_bench_does_among_itself() {
        registered();
        assertThat(told.rowOf(docket("hearing-scheduled", Map.of()))).isEqualTo("file-1");
        Result hearing = told.apply(row, docket("hearing-scheduled", Map.of("heldOn", "2026-12-01")));
        assertThat(hearing.effects())
                .extracting(effect -> effect.fields().getString("applicationId"))
                .containsOnly("file-1");
        assertThat(hearing.effects()).hasSize(2);
        for (String inside : List.of("decision-drafted", "vote-cast", "member-recused")) {
            assertThat(told.apply(row, docket(inside, Map.of())).effects())
                    .as(inside)
                    .isEmpty();
        }
        assertThat(List.of("docket-opened", "hearing-scheduled", "docket-closed"))
                .allMatch(templates::knows);
    }

    private static Incoming docket(String type, Object data) {
        byte[] json = Shape.json().writeValueAsBytes(data);
        return new Incoming("/districts/dockets", "file-1.ab12cd34", 5, "d5", type, AT, null, json);
    }

    @Test
    void every_end_of_a_file_has_a_sentence() {
        for (String end : List.of(
                "permit-issued",
                "completed",
                "permit-lapsed",
                "rejected-finally",
                "certificate-issued",
                "extension-granted",
                "supervisor-replaced",
                "no-violation-issued",
                "answered",
                "refused",
                "withdrawn",
                "abandoned")) assertThat(templates.knows(end)).as(end).isTrue();
    }
}
