package ir.parvaneh.application.certificate;

import ir.parvaneh.application.certificate.Certificate.Revocation;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Fault;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.CertificateRevoked;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.iran.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Taking a paper back: by the deputy of its district, once, and with a reason [A]. */
final class Revoking {

    static final String DEPUTY = "district-deputy";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int LONGEST_TEXT = 500;

    private Revoking() {}

    static Verdict<Certificate> revoke(
            Page<Certificate> page, Caller caller, Optional<Refusal> stale, Reason reason, Instant now) {
        Certificate certificate = page.body();
        if (!certificate.exists() || caller.districtNo() == null || caller.districtNo() != certificate.districtNo()) {
            return Verdict.refused(new Refusal("not-found"));
        }
        if (stale.isPresent()) {
            return Verdict.refused(stale.get());
        }
        if (certificate.revocation() != null) {
            return Verdict.refused(new Refusal("already-revoked"));
        }
        return fault(reason)
                .<Verdict<Certificate>>map(Verdict::refused)
                .orElseGet(() -> taken(page, caller, reason, now));
    }

    private static Verdict<Certificate> taken(Page<Certificate> page, Caller caller, Reason reason, Instant now) {
        Certificate before = page.body();
        var told = new CertificateRevoked(before.serial(), before.applicationId(), caller.personId(), reason, now);
        Certificate after = before.revoked(new Revocation(caller.personId(), reason, now, false), page.version() + 1);
        return Verdict.changed(after, List.of(new NewEvent("certificate-revoked", told)), 200, after.changed());
    }

    private static Optional<Refusal> fault(Reason reason) {
        if (!CODE.matcher(reason.code()).matches()
                || reason.text().isBlank()
                || reason.text().length() > LONGEST_TEXT) {
            return Optional.of(refusal("reasons-required", "/reason"));
        }
        return PersonalData.find(reason.text()).isEmpty()
                ? Optional.empty()
                : Optional.of(refusal("personal-data-in-text", "/reason/text"));
    }

    private static Refusal refusal(String code, String pointer) {
        return new Refusal(code, Map.of(), List.of(new Fault(pointer, code)));
    }
}
