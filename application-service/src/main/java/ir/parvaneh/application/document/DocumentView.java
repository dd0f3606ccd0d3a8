package ir.parvaneh.application.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.contracts.Titles;
import java.time.Instant;
import java.util.List;

/**
 * A paper on the wire. Members without a value are null, not absent.
 *
 * @param applicationId the file it was first filed with
 * @param reused whether the file that was asked about is another one
 * @param counts whether the latest version counts now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DocumentView(
        String id,
        String applicationId,
        boolean reused,
        String kind,
        String code,
        Titles title,
        boolean counts,
        List<VersionView> versions) {

    /** A version; resolution in dots per inch, as found by a person or, before that, as the image says. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record VersionView(
            int number,
            String digest,
            long lengthBytes,
            String type,
            int pages,
            Integer widthPixels,
            Integer heightPixels,
            Integer resolution,
            String name,
            Instant filedAt,
            Instant validUntil,
            HeldPaper.Quality quality,
            Instant checkedAt,
            List<Reason> reasons) {

        static VersionView of(HeldPaper.Version version) {
            HeldPaper.Check check = version.check();
            Integer said = version.traits().dotsPerInch();
            return new VersionView(
                    version.number(),
                    version.digest(),
                    version.lengthBytes(),
                    version.traits().type(),
                    version.traits().pages(),
                    version.traits().widthPixels(),
                    version.traits().heightPixels(),
                    check.resolution() == null ? said : check.resolution(),
                    version.name(),
                    version.filedAt(),
                    version.validUntil(),
                    check.quality(),
                    check.at(),
                    check.reasons());
        }
    }

    /** A paper as it is seen from a file. */
    public static DocumentView of(HeldPaper paper, PaperKind kind, String fileId, Instant now) {
        return new DocumentView(
                paper.id(),
                paper.applicationId(),
                !paper.applicationId().equals(fileId),
                paper.kind(),
                kind.code(),
                kind.title(),
                paper.counts(now),
                paper.versions().stream().map(VersionView::of).toList());
    }
}
