package ir.parvaneh.contracts;

import java.time.Instant;

/**
 * An office took more than the council's tariff allows; told on the file's stream.
 *
 * @param officeId null while no office has the file
 * @param chargedRials what was taken
 * @param tariffRials what the tariff allows for this kind of request
 * @param tariffAct number of the council's act
 * @param reportedBy office (its own record) or citizen
 */
public record OfficeOverchargeReported(
        String officeId, long chargedRials, long tariffRials, String tariffAct, String reportedBy, Instant at) {}
