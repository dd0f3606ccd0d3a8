package ir.parvaneh.district.dossier;

import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A file's history and its evidence, as the file itself told them.
 *
 * @param history every event, oldest first
 * @param evidence what was shown for each action that asked for some
 */
public record Dossier(
        String applicationId,
        int districtNo,
        String requestType,
        String renovationCode,
        List<Entry> history,
        List<Shown> evidence) {

    /** One event; what does not belong to its type is null. */
    public record Entry(
            long number,
            String type,
            Instant at,
            Long opening,
            String track,
            String stage,
            Titles title,
            String holder,
            Instant dueAt,
            String action,
            String preparedBy,
            List<String> signedBy,
            List<Reason> reasons,
            String outcome) {}

    /** @param number of the event that tells of the action */
    public record Shown(
            long number, Instant at, String track, String stage, String action, String preparedBy, JsonNode evidence) {}

    /** Members of all event types that a dossier shows. */
    private record Told(
            Long opening,
            String track,
            String stage,
            Titles title,
            String holder,
            Instant dueAt,
            String action,
            String preparedBy,
            List<String> signedBy,
            List<Reason> reasons,
            String outcome,
            JsonNode evidence,
            Integer districtNo,
            String requestType,
            String renovationCode) {}

    /** @param events of the file from its first; at least the one that registered it */
    static Dossier of(String applicationId, List<Incoming> events) {
        Told file = events.stream()
                .filter(event -> event.type().equals("file-registered"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a file that was never registered: " + applicationId))
                .as(Told.class);
        return new Dossier(
                applicationId,
                file.districtNo(),
                file.requestType(),
                file.renovationCode(),
                events.stream().map(Dossier::entry).toList(),
                events.stream()
                        .filter(event -> event.type().equals("stage-left"))
                        .map(Dossier::shown)
                        .filter(shown ->
                                shown.evidence() != null && !shown.evidence().isNull())
                        .toList());
    }

    private static Entry entry(Incoming event) {
        Told told = event.as(Told.class);
        return new Entry(
                event.number(),
                event.type(),
                event.at(),
                told.opening(),
                told.track(),
                told.stage(),
                told.title(),
                told.holder(),
                told.dueAt(),
                told.action(),
                told.preparedBy(),
                told.signedBy(),
                told.reasons(),
                told.outcome());
    }

    private static Shown shown(Incoming event) {
        Told told = event.as(Told.class);
        return new Shown(
                event.number(),
                event.at(),
                told.track(),
                told.stage(),
                told.action(),
                told.preparedBy(),
                told.evidence());
    }
}
