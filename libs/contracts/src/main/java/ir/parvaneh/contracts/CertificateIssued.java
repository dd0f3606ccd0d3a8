package ir.parvaneh.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A paper was issued and can be printed and verified from now on.
 *
 * @param kind plan-order, permit, no-violation or completion
 * @param applicationId the file that ordered it
 * @param building the permit's file
 * @param validUntil its last day in Tehran, or null when it holds for ever
 */
public record CertificateIssued(
        String serial,
        String kind,
        String applicationId,
        String building,
        int districtNo,
        Instant issuedAt,
        LocalDate validUntil) {}
