package ir.parvaneh.application.permit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Assigning;
import ir.parvaneh.process.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a permit said of itself when another application was filed about it; that application begins with it. Areas in
 * square metres, set-back in metres.
 *
 * @param stage where the permit stood
 * @param issuedOn first day, and {@code validUntil} last day of its validity
 * @param extensions how often it was extended
 * @param reported the last stage of construction that was reported without violation, or null
 * @param supervisors roles to person ids
 * @param certificates certificates that were issued about it before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermitFacts(
        String permitId,
        String stage,
        String renovationCode,
        double grossAreaM2,
        int storeys,
        int units,
        int parkingSpaces,
        String usage,
        double setbackMetres,
        LocalDate issuedOn,
        LocalDate validUntil,
        int extensions,
        String reported,
        Map<String, String> supervisors,
        List<Certificate> certificates)
        implements Evidence, Assigning {

    public PermitFacts {
        supervisors = supervisors == null ? Map.of() : Map.copyOf(supervisors);
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
    }

    /** A certificate issued before: the outcome of its application, and the day. */
    public record Certificate(String kind, LocalDate issuedOn) {}

    /** The kind of evidence these are. */
    public static final String KIND = "permit-facts";

    @JsonIgnore
    @Override
    public Map<String, String> assigned() {
        return supervisors;
    }
}
