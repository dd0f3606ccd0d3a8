package ir.parvaneh.application.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.EvidenceSchema;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A file as one caller sees it. Members without a value are null, not absent.
 *
 * @param permitId the permit it is about, or null
 * @param requests applications about this permit
 * @param filedAt when the draft was submitted; null before
 * @param open the open stage of the main line, then those of the tracks
 * @param holder whose clock is running: for a file that waits for tracks, the holder of the one due last
 * @param promisedOn the day by which office and district will have kept the promise
 * @param outcome null while the file lives
 * @param actions every action of every open stage, and why it is closed to this caller
 * @param version the number in the ETag
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FileView(
        String id,
        String requestType,
        String process,
        String edition,
        int districtNo,
        String officeId,
        String officeWish,
        String renovationCode,
        String trackingCode,
        String ownerId,
        String permitId,
        List<Request> requests,
        Instant begunAt,
        Instant filedAt,
        String stage,
        Titles stageTitle,
        List<OpenStage> open,
        String holder,
        Instant since,
        Instant dueAt,
        LocalDate promisedOn,
        String outcome,
        List<ActionView> actions,
        List<Representative> representatives,
        LastRefusal lastRefusal,
        Instant changedAt,
        long version) {

    /** A stage that is open. */
    public record OpenStage(
            long opening,
            String track,
            String stage,
            Titles title,
            String holder,
            String agency,
            Instant since,
            Instant dueAt) {}

    /**
     * An action of an open stage.
     *
     * @param may whether this caller may take it now, as far as can be told before he shows his evidence
     * @param why the sentence that closes it to him, or null
     */
    public record ActionView(
            String name,
            Titles title,
            long opening,
            boolean may,
            Titles why,
            EvidenceSchema evidence,
            boolean reasonsRequired,
            String presence) {}
}
