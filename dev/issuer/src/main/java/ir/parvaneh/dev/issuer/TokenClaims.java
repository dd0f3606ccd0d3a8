package ir.parvaneh.dev.issuer;

import java.util.Map;

/** The claims by which services know a person: no name, no number, only ids and roles. */
final class TokenClaims {
    private TokenClaims() {}

    static void put(Person person, Map<String, Object> claims) {
        claims.put("sub", person.personId().toString());
        claims.put("roles", person.roles());
        putIfKnown(claims, "office_id", person.officeId());
        putIfKnown(claims, "district_no", person.districtNo());
        putIfKnown(claims, "agency", person.agency());
    }

    private static void putIfKnown(Map<String, Object> claims, String name, Object value) {
        if (value != null) {
            claims.put(name, value);
        }
    }
}
