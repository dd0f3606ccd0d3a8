package ir.parvaneh.application.certificate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One issued paper. What it says is never changed; it can only give way to a newer one or be revoked.
 *
 * @param building the permit's file, which all papers of one building name
 * @param validUntil its last day in Tehran, or null
 * @param contents what its lines say, by their names
 * @param statement what its QR code holds: a JWS
 * @param superseded by which paper, or null
 * @param revocation who took it back and why, or null
 * @param changed version of its last visible change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Certificate(
        Place place,
        String kind,
        String applicationId,
        String building,
        String ownerId,
        String renovationCode,
        int districtNo,
        Instant issuedAt,
        LocalDate validUntil,
        Map<String, Object> contents,
        String statement,
        Superseded superseded,
        Revocation revocation,
        long changed) {

    Certificate {
        contents = contents == null ? Map.of() : Map.copyOf(contents);
    }

    /** A newer paper took its place. */
    record Superseded(String by, Instant at) {}

    /**
     * It was taken back.
     *
     * @param told open applications about the building know it, or will: their permit shows that it owes them a word
     */
    record Revocation(String by, Reason reason, Instant at, boolean told) {}

    /** The paper that was never issued. */
    static Certificate none() {
        return new Certificate(null, null, null, null, null, null, 0, null, null, null, null, null, null, 0);
    }

    @JsonIgnore
    boolean exists() {
        return place != null;
    }

    @JsonIgnore
    String serial() {
        return place.serial();
    }

    /** What holds of it at an instant of the city's time. */
    Standing standing(Instant now) {
        if (revocation != null) {
            return Standing.REVOKED;
        }
        if (superseded != null) {
            return Standing.SUPERSEDED;
        }
        boolean over = validUntil != null && now.isAfter(Tehran.endOf(validUntil));
        return over ? Standing.EXPIRED : Standing.VALID;
    }

    Certificate supersededBy(String serial, Instant at, long version) {
        return with(statement, new Superseded(serial, at), revocation, version);
    }

    Certificate revoked(Revocation taken, long version) {
        return with(statement, superseded, taken, version);
    }

    /** The same once its building's applications are told that it was taken back. */
    Certificate told() {
        Revocation known = new Revocation(revocation.by(), revocation.reason(), revocation.at(), true);
        return with(statement, superseded, known, changed);
    }

    /** The same with its signed statement. */
    Certificate stating(String signed) {
        return with(signed, superseded, revocation, changed);
    }

    private Certificate with(String signed, Superseded newer, Revocation taken, long version) {
        return new Certificate(
                place,
                kind,
                applicationId,
                building,
                ownerId,
                renovationCode,
                districtNo,
                issuedAt,
                validUntil,
                contents,
                signed,
                newer,
                taken,
                version);
    }
}
