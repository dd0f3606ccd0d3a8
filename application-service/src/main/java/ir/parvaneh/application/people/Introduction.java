package ir.parvaneh.application.people;

import ir.parvaneh.application.file.Identifiers;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.iran.Mobile;
import ir.parvaneh.iran.NationalId;
import ir.parvaneh.iran.Parsed;
import ir.parvaneh.iran.PersianText;
import java.util.List;
import java.util.Map;

/** A person says who he is; digits and letters are brought into one form. */
final class Introduction {

    private static final int LONGEST_NAME = 120;

    private Introduction() {}

    static Verdict<Profile> of(ProfileRequest request) {
        Parsed<NationalId> nationalId = NationalId.parse(request.nationalId());
        Parsed<Mobile> mobile = Mobile.parse(request.mobile());
        String name = PersianText.normalise(request.name()).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Verdict.refused(new Refusal("name-invalid", Map.of(), List.of(new Fault("/name", "name-invalid"))));
        }
        if (nationalId instanceof Parsed.Refused<NationalId> refused) {
            return Verdict.refused(Identifiers.refused("national-id-invalid", "/nationalId", refused.why()));
        }
        if (mobile instanceof Parsed.Refused<Mobile> refused) {
            return Verdict.refused(Identifiers.refused("mobile-invalid", "/mobile", refused.why()));
        }
        return Verdict.changed(
                new Profile(nationalId.orThrow().value(), name, mobile.orThrow().value()));
    }
}
