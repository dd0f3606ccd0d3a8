package ir.parvaneh.district.delegation;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.OpaqueId;
import ir.parvaneh.iran.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Granting and revoking, as pure decisions. */
final class Granting {
    private Granting() {}

    /** Codes: forbidden, delegation-to-oneself, delegation-period-impossible, personal-data-in-text. */
    static Verdict<Delegation> grant(Caller caller, DelegationWish wish, DelegationPolicy policy, Instant now) {
        Set<String> lent =
                caller.roles().stream().filter(policy.roles()::contains).collect(Collectors.toUnmodifiableSet());
        if (lent.isEmpty() || caller.districtNo() == null) {
            return Verdict.refused(new Refusal("forbidden"));
        }
        return refusal(caller, wish, policy, now)
                .<Verdict<Delegation>>map(Verdict::refused)
                .orElseGet(() -> granted(caller, wish, lent, now));
    }

    private static Optional<Refusal> refusal(Caller caller, DelegationWish wish, DelegationPolicy policy, Instant now) {
        if (!OpaqueId.holds(wish.to())) {
            return Optional.of(new Refusal("id-invalid", Map.of(), List.of(new Fault("/to", "id-invalid"))));
        }
        if (wish.to().equals(caller.personId())) {
            return Optional.of(new Refusal("delegation-to-oneself"));
        }
        boolean possible = wish.ends().isAfter(wish.begins())
                && wish.ends().isAfter(now)
                && !wish.begins().plus(policy.longest()).isBefore(wish.ends());
        if (!possible) {
            Map<String, Object> longest = Map.of("longestDays", policy.longest().toDays());
            return Optional.of(new Refusal("delegation-period-impossible", longest));
        }
        return PersonalData.find(wish.reason()).isEmpty() ? Optional.empty() : Optional.of(personal());
    }

    private static Refusal personal() {
        String code = "personal-data-in-text";
        return new Refusal(code, Map.of(), List.of(new Fault("/reason", code)));
    }

    private static Verdict<Delegation> granted(Caller caller, DelegationWish wish, Set<String> lent, Instant now) {
        var given = new Delegation(
                caller.personId(),
                wish.to(),
                caller.districtNo(),
                lent,
                wish.begins(),
                wish.ends(),
                wish.reason(),
                null);
        return Verdict.changed(given, List.of(new NewEvent("delegation-granted", told(given, now))), 201, null);
    }

    private static DelegationGranted told(Delegation given, Instant now) {
        return new DelegationGranted(
                given.absentId(),
                given.standInId(),
                given.districtNo(),
                given.roles(),
                given.from(),
                given.until(),
                given.reason(),
                now);
    }

    /** Codes: delegation-over. */
    static Verdict<Delegation> revoke(Page<Delegation> page, String by, Instant now) {
        return page.body().revokedAt() != null
                ? Verdict.refused(new Refusal("delegation-over"))
                : Verdict.changed(
                        page.body().revoked(now), new NewEvent("delegation-revoked", new DelegationRevoked(by, now)));
    }
}
