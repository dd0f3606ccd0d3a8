package ir.parvaneh.district.delegation;

import java.time.Instant;
import java.util.Set;

/** Somebody may sign in another's place for a while. */
record DelegationGranted(
        String absentId,
        String standInId,
        int districtNo,
        Set<String> roles,
        Instant from,
        Instant until,
        String reason,
        Instant at) {}
