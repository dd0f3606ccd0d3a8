package ir.parvaneh.notification.message;

import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.DeadlineMissed;
import ir.parvaneh.contracts.Ended;
import ir.parvaneh.contracts.HearingScheduled;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.StageEntered;
import ir.parvaneh.contracts.StageLeft;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.contracts.VisitAccepted;
import ir.parvaneh.contracts.VisitMoved;
import ir.parvaneh.contracts.VisitProposed;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something people are told: its kind is a template's name, its values what the template may use. The same event always gives the same
 * happening.
 */
record Happening(String kind, Map<String, Object> values) {
    private static final Map<String, Titles> HOLDERS = Map.of(
            "owner", new Titles("متقاضی", "applicant"),
            "office", new Titles("دفتر خدمات", "service office"),
            "district", new Titles("منطقه", "district"),
            "engineers", new Titles("مهندسان", "engineers"),
            "agency", new Titles("دستگاه استعلام", "agency"),
            "commission", new Titles("شورا یا کمیسیون", "commission"));

    /** Stages at which something was reached that has a message of its own. */
    private static final Set<String> WITH_WORDS_OF_THEIR_OWN =
            Set.of("permit-issued", "stop-work", "expired", "construction-completed");

    /** Names of actions that send something back or refuse it; other actions with reasons only leave a note. */
    private static final Pattern RETURNS = Pattern.compile(
            "(return|hand-back|reject|refuse|decline|uphold)(-.+)?|report-(.+-)?deficiency|list-(.+-)?defects");

    /** Empty for what nobody needs to be told. */
    static Optional<Happening> of(Incoming event) {
        return event.source().equals(Sources.DOCKETS) ? ofDocket(event) : ofFile(event);
    }

    private static Optional<Happening> ofDocket(Incoming event) {
        return switch (event.type()) {
            case "docket-opened" -> told("docket-opened", Map.of());
            case "stage-entered" -> entered(event.as(StageEntered.class));
            case "hearing-scheduled" ->
                told(
                        "hearing-scheduled",
                        Map.of(
                                "heldOn",
                                event.as(HearingScheduled.class).heldOn().toString()));
            case "docket-closed" -> told("docket-closed", Map.of());
            default -> Optional.empty();
        };
    }

    private static Optional<Happening> ofFile(Incoming event) {
        return switch (event.type()) {
            case "file-registered" -> told("file-registered", Map.of());
            case "stage-entered" -> entered(event.as(StageEntered.class));
            case "stage-left" -> left(event.as(StageLeft.class));
            case "deadline-missed" ->
                told("deadline-missed", held(event.as(DeadlineMissed.class).holder()));
            case "ended" -> told(event.as(Ended.class).outcome(), Map.of());
            case "visit-proposed" ->
                visit("visit-proposed", event.as(VisitProposed.class).visitOn());
            case "visit-accepted" ->
                visit("visit-accepted", event.as(VisitAccepted.class).visitOn());
            case "visit-moved" ->
                visit("visit-moved", event.as(VisitMoved.class).visitOn());
            default -> Optional.empty();
        };
    }

    private static Optional<Happening> entered(StageEntered stage) {
        Map<String, Object> values = new HashMap<>(held(stage.holder()));
        values.put("stage", stage.title());
        if (stage.dueAt() != null) values.put("dueOn", day(stage.dueAt()));
        if (WITH_WORDS_OF_THEIR_OWN.contains(stage.stage())) {
            return told(stage.stage(), values);
        }
        return told(
                switch (stage.holder()) {
                    case "owner" -> "your-turn";
                    case "waiting" -> "waiting";
                    default -> "moved";
                },
                values);
    }

    /** Leaving a stage is worth a message only when somebody else gave reasons. */
    private static Optional<Happening> left(StageLeft left) {
        if (left.reasons().isEmpty() || left.holder().equals("owner")) return Optional.empty();
        String kind = RETURNS.matcher(left.action()).matches() ? "returned" : "noted";
        return told(kind, Map.of("reasons", List.copyOf(left.reasons())));
    }

    private static Optional<Happening> visit(String kind, LocalDate on) {
        return told(kind, Map.of("visitOn", on.toString()));
    }

    private static Map<String, Object> held(String holder) {
        return Map.of("holder", HOLDERS.getOrDefault(holder, new Titles(holder, holder)));
    }

    private static String day(Instant dueAt) {
        return Tehran.dateOf(dueAt).toString();
    }

    private static Optional<Happening> told(String kind, Map<String, Object> values) {
        return Optional.of(new Happening(kind, values));
    }
}
