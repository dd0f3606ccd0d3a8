package ir.parvaneh.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.Principal;
import java.text.ParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who calls, as the token says it: the subject and the roles, be they in {@code roles} or in Keycloak's own place. */
record Visitor(String id, Set<String> roles) implements Principal {
    private static final Set<String> DISTRICT_DESKS = Set.of("agency", "commission-member");

    static Visitor of(JWTClaimsSet claims) throws ParseException {
        Set<String> roles = new HashSet<>();
        add(claims.getClaim("roles"), roles);
        if (claims.getClaim("realm_access") instanceof Map<?, ?> realm) {
            add(realm.get("roles"), roles);
        }
        return new Visitor(claims.getSubject(), Set.copyOf(roles));
    }

    private static void add(Object claim, Set<String> roles) {
        if (claim instanceof Collection<?> names) {
            names.forEach(name -> roles.add(String.valueOf(name)));
        }
    }

    boolean operates() {
        return roles.contains("operator");
    }

    /** The service that keeps this person's desk; empty for who has none. */
    Optional<Service> desk() {
        if (roles.stream().anyMatch(role -> role.startsWith("office-") || role.equals("engineer"))) {
            return Optional.of(Service.OFFICE);
        }
        return roles.stream().anyMatch(role -> role.startsWith("district-") || DISTRICT_DESKS.contains(role))
                ? Optional.of(Service.DISTRICT)
                : Optional.empty();
    }

    @Override
    public String getName() {
        return id;
    }
}
