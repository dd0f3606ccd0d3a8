package ir.parvaneh.district.delegation;

import java.time.Instant;
import java.util.Set;

/**
 * A signatory has somebody of his district sign in his place. The stand-in's signature names both, and neither may sign
 * again what the other has signed.
 *
 * @param absentId who is away; null while there is no such delegation
 * @param standInId who signs in his place
 * @param roles the roles lent: the absent person's own when he delegated
 * @param from first instant, city time
 * @param until the instant after the last
 * @param revokedAt when it was ended before its time, or null
 */
record Delegation(
        String absentId,
        String standInId,
        int districtNo,
        Set<String> roles,
        Instant from,
        Instant until,
        String reason,
        Instant revokedAt) {

    static Delegation unknown() {
        return new Delegation(null, null, 0, Set.of(), null, null, null, null);
    }

    boolean holdsAt(Instant now) {
        return revokedAt == null && !now.isBefore(from) && now.isBefore(until);
    }

    Delegation revoked(Instant at) {
        return new Delegation(absentId, standInId, districtNo, roles, from, until, reason, at);
    }
}
