package ir.parvaneh.application.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.iran.Tehran;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the QR code of a paper says, as the claims of a JWT. It names a plot and no person, so that whoever reads the
 * code learns nothing about people.
 *
 * @param iss who says so: the address of the city
 * @param jti serial
 * @param iat issued at, seconds
 * @param exp the end of its last day, seconds, or null
 * @param status where to ask whether it was revoked, as in the IETF's Token Status List
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Statement(
        String iss,
        String jti,
        String kind,
        long iat,
        Long exp,
        String plot,
        int district,
        Map<String, Object> says,
        Status status) {

    /** The claim {@code status} of the Token Status List. */
    record Status(@JsonProperty("status_list") InList list) {}

    /** An index in a status list. */
    record InList(long idx, String uri) {}

    static Statement of(Certificate certificate, Kind kind, String city) {
        Map<String, Object> says = new LinkedHashMap<>();
        kind.lines().forEach(line -> {
            if (certificate.contents().containsKey(line.name())) {
                says.put(line.name(), certificate.contents().get(line.name()));
            }
        });
        Place place = certificate.place();
        return new Statement(
                city,
                place.serial(),
                certificate.kind(),
                certificate.issuedAt().getEpochSecond(),
                certificate.validUntil() == null
                        ? null
                        : Tehran.endOf(certificate.validUntil()).getEpochSecond(),
                certificate.renovationCode(),
                certificate.districtNo(),
                says,
                new Status(new InList(place.number(), StatusLists.address(city, place.list()))));
    }

    /** Throws when the text is not the JSON of a statement. */
    static Statement read(String json) {
        return Shape.json().readValue(json, Statement.class);
    }

    String json() {
        return Shape.json().writeValueAsString(this);
    }
}
