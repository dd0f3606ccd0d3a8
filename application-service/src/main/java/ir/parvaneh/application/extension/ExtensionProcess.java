package ir.parvaneh.application.extension;

import static ir.parvaneh.application.process.Hosted.kind;
import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.fee.RequestCase;
import ir.parvaneh.application.fee.RequestCase.PermitLevies;
import ir.parvaneh.application.fee.Tariff;
import ir.parvaneh.application.permit.ConstructionEvidence.ExtensionGranted;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.permit.PermitMoney;
import ir.parvaneh.application.process.Hosted;
import ir.parvaneh.application.process.Policy;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Extension and renewal of a permit [S53, S55]. */
public final class ExtensionProcess {

    /** The name of the process. */
    public static final String NAME = "permit-extension";

    /** Ends of a permit after which there is nothing to extend. */
    private static final Set<String> OVER = Set.of("permit-lapsed", "completed");

    private ExtensionProcess() {}

    /** What the owner asks for. */
    public record ExtensionRequest(boolean consent, int months) implements Evidence {}

    /** What the district grants. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExtensionDecision(int months, String act) implements Evidence {}

    public static Hosted hosted() {
        return new Hosted(
                NAME,
                List.of("processes/permit-extension-1404-1.yaml", "processes/permit-extension.yaml"),
                guards(Policy.load(NAME)),
                List.of(
                        kind("extension-request", ExtensionRequest.class),
                        kind("extension-decision", ExtensionDecision.class)),
                List.of(),
                Map.of("extension-granted", ExtensionProcess::granted));
    }

    private static List<Guard> guards(Policy policy) {
        int most = policy.number("most-extensions").intValue();
        int months = policy.number("most-months").intValue();
        return List.of(
                onEvidence(
                        "extension-consented",
                        new Wording(
                                "متقاضی با شرایط خدمت موافقت کرده است.",
                                "The applicant consents to the terms of service."),
                        ExtensionRequest.class,
                        (file, given) -> given.consent()),
                onFile(
                        "extension-left",
                        new Wording("نوبت تمدید باقی است.", "The permit may still be extended."),
                        file -> facts(file).extensions() < most),
                onFile(
                        "permit-to-extend",
                        new Wording(
                                "پروانه در این میان باطل نشده و به پایان کار نرسیده است.",
                                "The permit has neither lapsed nor been completed meanwhile."),
                        file -> !OVER.contains(facts(file).stage())),
                onEvidence(
                        "extension-within-policy",
                        new Wording(
                                "مدت درخواستی از حد مقرر بیشتر نیست.",
                                "No more months are asked for than policy allows."),
                        ExtensionRequest.class,
                        (file, given) -> given.months() <= months),
                onEvidence(
                        "months-as-asked",
                        new Wording(
                                "مدت تمدید همان است که خواسته شده.", "As many months are granted as were asked for."),
                        ExtensionDecision.class,
                        (file, given) -> given.months()
                                == file.latest("extension-request", ExtensionRequest.class)
                                        .orElseThrow()
                                        .months()));
    }

    /** What is charged for the months asked for; empty before they are. */
    public static Optional<RequestCase> charged(ProcessFile file, Tariff.Unsaid unsaid) {
        return file.latest("extension-request", ExtensionRequest.class).map(asked -> {
            PermitLevies levies = file.latest(PermitMoney.KIND, PermitMoney.class)
                    .map(money -> money.levies(file, unsaid))
                    .orElse(null);
            return new RequestCase.Extension(asked.months(), facts(file).extensions(), levies);
        });
    }

    /** An extension counts from the last day of validity; a renewal of an expired permit from the day it is granted. */
    private static ExtensionGranted granted(ProcessFile file) {
        int months = file.latest("extension-decision", ExtensionDecision.class)
                .orElseThrow()
                .months();
        LocalDate today = Tehran.dateOf(file.ended().at());
        LocalDate valid = facts(file).validUntil();
        LocalDate from = valid.isBefore(today) ? today : valid;
        return new ExtensionGranted(months, from.plusMonths(months), facts(file).extensions() + 1);
    }

    private static PermitFacts facts(ProcessFile file) {
        return file.latest(PermitFacts.KIND, PermitFacts.class).orElseThrow();
    }
}
