package ir.parvaneh.application.people;

import ir.parvaneh.application.file.Identifiers;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.iran.Mobile;
import ir.parvaneh.iran.NationalId;
import ir.parvaneh.iran.Parsed;
import ir.parvaneh.iran.PersianText;
import java.util.List;
import java.util.Map;

/** A person says who he is; digits and letters are brought into one form. */
sealed interface Introduction {
    int LONGEST_NAME = 120;

    /** In one form. */
    record Told(Identity identity) implements Introduction {}

    /** What is wrong with it. */
    record Refused(Refusal why) implements Introduction {}

    static Introduction of(ProfileRequest request) {
        Parsed<NationalId> nationalId = NationalId.parse(request.nationalId());
        Parsed<Mobile> mobile = Mobile.parse(request.mobile());
        String name = PersianText.normalise(request.name()).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Refused(new Refusal("name-invalid", Map.of(), List.of(new Fault("/name", "name-invalid"))));
        }
        if (nationalId instanceof Parsed.Refused<NationalId> refused) {
            return new Refused(Identifiers.refused("national-id-invalid", "/nationalId", refused.why()));
        }
        if (mobile instanceof Parsed.Refused<Mobile> refused) {
            return new Refused(Identifiers.refused("mobile-invalid", "/mobile", refused.why()));
        }
        return new Told(new Identity(
                nationalId.orThrow().value(), name, mobile.orThrow().value()));
    }
}
