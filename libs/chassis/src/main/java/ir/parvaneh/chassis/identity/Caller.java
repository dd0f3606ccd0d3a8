package ir.parvaneh.chassis.identity;

import java.util.Set;

/**
 * Who calls, as a verified token says it. A handler takes it as an argument.
 *
 * @param personId claim {@code sub}
 * @param roles claim {@code roles}, and {@code realm_access.roles} of Keycloak
 * @param officeId claim {@code office_id} or null
 * @param districtNo claim {@code district_no} or null
 * @param agency claim {@code agency} or null
 */
public record Caller(String personId, Set<String> roles, String officeId, Integer districtNo, String agency) {
    public Caller {
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
