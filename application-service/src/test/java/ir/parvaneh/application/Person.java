package ir.parvaneh.application;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;

/** Somebody with a token. */
record Person(String id, String role, String office, Integer district, String agency) {

    static final Person SERVICE = new Person("office-service", "service", null, null, null);
    static final Person AUDITOR = new Person("auditor-1", "auditor", null, null, null);
    static final Person OPERATOR = new Person("operator-1", "operator", null, null, null);

    /** What his token says of him. */
    void claim(JWTClaimsSet.Builder claims) {
        claims.claim("roles", List.of(role))
                .claim("office_id", office)
                .claim("district_no", district)
                .claim("agency", agency);
    }

    static Person citizen(String id) {
        return new Person(id, "citizen", null, null, null);
    }

    static Person atOffice(String role, String office) {
        return new Person(office + "-" + role, role, office, null, null);
    }

    static Person atDistrict(String role, int district) {
        return new Person("district-" + district + "-" + role, role, null, district, null);
    }
}
