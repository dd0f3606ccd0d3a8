package ir.parvaneh.application.noviolation;

import static ir.parvaneh.application.process.Hosted.kind;
import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.process.Hosted;
import ir.parvaneh.application.process.Policy;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statement that a building shows no violation; it stands on a supervisors' stage report that says so [S21]. */
public final class NoViolationProcess {

    /** The name of the process. */
    public static final String NAME = "no-violation";

    /** Stages of a permit in which something was found or may be found against the building. */
    private static final Set<String> UNDER_SUSPICION = Set.of("stop-work", "article-100", "expiry-control");

    private NoViolationProcess() {}

    /** What the certificate is wanted for. */
    public record NoViolationRequest(boolean consent, String purpose) implements Evidence {}

    /** What the district found, and for how long it holds. */
    public record NoViolationFinding(LocalDate checkedOn, boolean violationFound, int validMonths)
            implements Evidence {}

    public static Hosted hosted() {
        return new Hosted(
                NAME,
                List.of("processes/no-violation-1404-1.yaml", "processes/no-violation.yaml"),
                guards(Policy.load(NAME).number("most-valid-months").intValue()),
                List.of(
                        kind("no-violation-request", NoViolationRequest.class),
                        kind("no-violation-finding", NoViolationFinding.class)),
                List.of(),
                Map.of());
    }

    private static List<Guard> guards(int mostMonths) {
        return List.of(
                onEvidence(
                        "no-violation-consented",
                        new Wording(
                                "متقاضی با شرایط خدمت موافقت کرده است.",
                                "The applicant consents to the terms of service."),
                        NoViolationRequest.class,
                        (file, given) -> given.consent()),
                onFile(
                        "stage-report-in",
                        new Wording(
                                "گزارش مرحله‌ای بدون تخلف ناظران ثبت شده است.",
                                "A stage report without violation is in."),
                        file -> file.latest(PermitFacts.KIND, PermitFacts.class)
                                .filter(permit -> permit.reported() != null)
                                .isPresent()),
                onFile(
                        "permit-clear-of-violations",
                        new Wording(
                                "عملیات متوقف نیست و خلافی در کمیسیون ماده صد یا کنترل پس از پایان اعتبار در جریان نیست.",
                                "Works are not stopped, and no violation is before the commission of article 100 or the control after expiry."),
                        file -> file.latest(PermitFacts.KIND, PermitFacts.class)
                                .filter(permit -> !UNDER_SUSPICION.contains(permit.stage()))
                                .isPresent()),
                onEvidence(
                        "finding-within-policy",
                        new Wording(
                                "گواهی بیش از حد مقرر اعتبار ندارد.",
                                "The certificate is not valid for longer than policy allows."),
                        NoViolationFinding.class,
                        (file, given) -> given.validMonths() <= mostMonths));
    }
}
