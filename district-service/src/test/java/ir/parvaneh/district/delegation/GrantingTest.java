package ir.parvaneh.district.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GrantingTest {
    private static final Instant NOW = Instant.parse("2025-11-01T08:00:00Z");
    private static final DelegationPolicy POLICY =
            new DelegationPolicy(Set.of("district-head", "district-deputy"), Duration.ofDays(60));
    private static final Caller HEAD = new Caller("head", Set.of("district-head", "citizen"), null, 7, null);

    @Test
    void only_the_roles_of_a_signatory_are_lent_and_only_in_his_district() {
        Delegation given = granted(wish("deputy", "2025-11-01", "2025-11-03"));
        assertThat(given.roles()).containsExactly("district-head");
        assertThat(given.districtNo()).isEqualTo(7);
    }

    @Test
    void a_delegation_by_days_holds_through_the_last_of_them_in_tehran() {
        Delegation given = granted(wish("deputy", "2025-11-01", "2025-11-03"));
        assertThat(given.holdsAt(Instant.parse("2025-10-31T20:30:00Z"))).isTrue();
        assertThat(given.holdsAt(Instant.parse("2025-11-03T20:29:59Z"))).isTrue();
        assertThat(given.holdsAt(Instant.parse("2025-11-03T20:30:00Z"))).isFalse();
        assertThat(given.revoked(NOW).holdsAt(NOW)).isFalse();
    }

    @Test
    void who_signs_nothing_has_nothing_to_lend() {
        var clerk = new Caller("clerk", Set.of("district-clerk"), null, 7, null);
        assertThat(code(Granting.grant(clerk, wish("head", "2025-11-01", "2025-11-03"), POLICY, NOW)))
                .isEqualTo("forbidden");
    }

    @Test
    void a_period_that_is_over_or_backwards_or_too_long_is_refused() {
        assertThat(refused("2025-10-01", "2025-10-30")).isEqualTo("delegation-period-impossible");
        assertThat(refused("2025-11-09", "2025-11-02")).isEqualTo("delegation-period-impossible");
        assertThat(refused("2025-11-01", "2026-02-01")).isEqualTo("delegation-period-impossible");
    }

    @Test
    void a_reason_names_nobody() {
        var wish = new DelegationWish("deputy", "2025-11-01", "2025-11-03", "call 09121234567");
        assertThat(code(Granting.grant(HEAD, wish, POLICY, NOW))).isEqualTo("personal-data-in-text");
    }

    @Test
    void what_was_revoked_cannot_be_revoked_again() {
        Delegation given = granted(wish("deputy", "2025-11-01", "2025-11-03"));
        var page = new Page<>("d", 2, 2, given.revoked(NOW));
        assertThat(code(Granting.revoke(page, "head", NOW))).isEqualTo("delegation-over");
    }

    private static String refused(String from, String until) {
        return code(Granting.grant(HEAD, wish("deputy", from, until), POLICY, NOW));
    }

    private static DelegationWish wish(String to, String from, String until) {
        return new DelegationWish(to, from, until, "on leave");
    }

    private static Delegation granted(DelegationWish wish) {
        return ((Verdict.Changed<Delegation>) Granting.grant(HEAD, wish, POLICY, NOW)).body();
    }

    private static String code(Verdict<Delegation> verdict) {
        return ((Verdict.Refused<Delegation>) verdict).refusal().code();
    }
}
