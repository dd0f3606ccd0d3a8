package ir.parvaneh.district.delegation;

import java.time.Duration;
import java.util.Set;

/**
 * What a city may change about delegations without changing code. All values [A].
 *
 * @param roles that can be lent
 * @param longest how long a delegation may last
 */
public record DelegationPolicy(Set<String> roles, Duration longest) {
    public DelegationPolicy {
        roles = Set.copyOf(roles);
    }
}
