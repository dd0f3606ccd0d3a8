package ir.parvaneh.application.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import ir.parvaneh.application.screening.Screened.Traits;
import ir.parvaneh.contracts.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A paper that is held: of one owner and plot, filed once, in one or more versions.
 *
 * @param applicationId the file it was first filed with; null while the page is blank
 * @param reach how far it counts
 * @param versions oldest first; only the latest counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HeldPaper(
        String id,
        String applicationId,
        String ownerId,
        String renovationCode,
        String kind,
        PaperKind.Reach reach,
        List<Version> versions) {

    public HeldPaper {
        versions = versions == null ? List.of() : List.copyOf(versions);
    }

    /**
     * One filing of a paper.
     *
     * @param number from 1
     * @param digest SHA-256 of the content, 64 hex digits
     * @param name what the file was called; for people, never for paths
     * @param uploadId what brought it
     * @param by who filed it
     * @param filedAt city time
     * @param validUntil city time until which it counts, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int number,
            String digest,
            long lengthBytes,
            Traits traits,
            String name,
            String uploadId,
            String by,
            Instant filedAt,
            Instant validUntil,
            Check check) {}

    /** What somebody at the office says about the scan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Check(Quality quality, String by, Instant at, Integer resolution, List<Reason> reasons) {
        public Check {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }

        static Check waiting() {
            return new Check(Quality.UNCHECKED, null, null, null, null);
        }
    }

    /** Whether a scan can be read. */
    public enum Quality {
        UNCHECKED,
        ACCEPTED,
        REJECTED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static HeldPaper blank(String id) {
        return new HeldPaper(id, null, null, null, null, null, null);
    }

    @JsonIgnore
    public boolean exists() {
        return !versions.isEmpty();
    }

    @JsonIgnore
    public Version latest() {
        return versions.getLast();
    }

    public Optional<Version> version(int number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }

    public boolean broughtBy(String uploadId) {
        return versions.stream().anyMatch(one -> one.uploadId().equals(uploadId));
    }

    /** Whether that upload brought that content. */
    public boolean isBroughtBy(String uploadId, String digest) {
        return versions.stream()
                .anyMatch(one -> one.uploadId().equals(uploadId) && one.digest().equals(digest));
    }

    /** Whether it counts now: not rejected, and not past its time. */
    public boolean counts(Instant now) {
        return latest().check().quality() != Quality.REJECTED && !isExpired(now);
    }

    public boolean isExpired(Instant now) {
        return latest().validUntil() != null && !now.isBefore(latest().validUntil());
    }

    HeldPaper with(Version added) {
        List<Version> all = new ArrayList<>(versions);
        all.add(added);
        return new HeldPaper(id, applicationId, ownerId, renovationCode, kind, reach, all);
    }

    HeldPaper checked(Check check) {
        Version last = latest();
        List<Version> all = new ArrayList<>(versions.subList(0, versions.size() - 1));
        all.add(new Version(
                last.number(),
                last.digest(),
                last.lengthBytes(),
                last.traits(),
                last.name(),
                last.uploadId(),
                last.by(),
                last.filedAt(),
                last.validUntil(),
                check));
        return new HeldPaper(id, applicationId, ownerId, renovationCode, kind, reach, all);
    }
}
