package ir.parvaneh.dev.issuer;

import java.util.List;
import java.util.UUID;

/**
 * Somebody one can be in the development city. It carries no personal data: {@code name} is a login such as
 * {@code office-017-head}, never a real name.
 *
 * @param name the login, also the client id for a token
 * @param personId stable id derived from the login, the token's {@code sub}
 * @param roles exactly the role names of the processes, such as {@code office-inspector}
 * @param officeId the office one works at, such as {@code office-017}, or null
 * @param districtNo 1 to 22 for people of a district, or null
 * @param agency the agency one answers for, such as {@code fire}, or null
 */
public record Person(
        String name, UUID personId, List<String> roles, String officeId, Integer districtNo, String agency) {

    static Person of(String name, String role) {
        return new Person(name, CityPeople.personId(name), List.of(role), null, null, null);
    }

    Person atOffice(String office) {
        return new Person(name, personId, roles, office, null, null);
    }

    Person atDistrict(int district) {
        return new Person(name, personId, roles, null, district, null);
    }

    Person answeringFor(String answeredFor) {
        return new Person(name, personId, roles, null, null, answeredFor);
    }
}
