package ir.parvaneh.application.supervision;

import static ir.parvaneh.application.process.Hosted.kind;
import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.permit.ConstructionEvidence.SupervisorReplacement;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.process.Hosted;
import ir.parvaneh.process.Assigning;
import ir.parvaneh.process.Evidence;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A supervisor leaves, hands over, and another one follows; works in his discipline wait meanwhile [S38, S49, A]. */
public final class SupervisionProcess {

    /** The name of the process. */
    public static final String NAME = "supervisor-change";

    private SupervisionProcess() {}

    /** Who leaves, and why. */
    public record ChangeRequest(String discipline, String supervisorId, String cause) implements Evidence, Assigning {
        @JsonIgnore
        @Override
        public Map<String, String> assigned() {
            return Map.of("supervisor-leaving", supervisorId);
        }
    }

    /** What he hands over. */
    public record HandOver(LocalDate handedOverOn, Paper report) implements Evidence {}

    /** Who shall follow. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Successor(String supervisorId, String referralNumber) implements Evidence, Assigning {
        @JsonIgnore
        @Override
        public Map<String, String> assigned() {
            return Map.of("supervisor-successor", supervisorId);
        }
    }

    public static Hosted hosted() {
        return new Hosted(
                NAME,
                List.of("processes/supervisor-change-1404-1.yaml", "processes/supervisor-change.yaml"),
                guards(),
                List.of(
                        kind("supervisor-change-request", ChangeRequest.class),
                        kind("hand-over-report", HandOver.class),
                        kind("successor-referral", Successor.class)),
                List.of(),
                words());
    }

    private static Map<String, Function<ProcessFile, Evidence>> words() {
        Map<String, Function<ProcessFile, Evidence>> words = new HashMap<>();
        words.put("file-hand-over", file -> null);
        words.put("go-on-without-report", file -> null);
        words.put("supervisor-replaced", SupervisionProcess::replaced);
        return words;
    }

    private static List<Guard> guards() {
        return List.of(
                onEvidence(
                        "supervises-that-discipline",
                        new Wording(
                                "ناظر نام‌برده ناظر همین رشته است.",
                                "The supervisor named supervises that discipline."),
                        ChangeRequest.class,
                        (file, given) -> given.supervisorId()
                                .equals(facts(file).supervisors().get("supervisor-" + given.discipline()))),
                onFile(
                        "not-handed-over",
                        new Wording("ناظر هنوز کار را تحویل نداده است.", "The supervisor has not handed over yet."),
                        file -> file.roundsOf("successor-referral") == 0),
                onEvidence(
                        "successor-is-another",
                        new Wording(
                                "ناظر جانشین جز چهار ناظر کنونی است.",
                                "The successor is none of the four supervisors."),
                        Successor.class,
                        (file, given) -> !facts(file).supervisors().containsValue(given.supervisorId())));
    }

    private static SupervisorReplacement replaced(ProcessFile file) {
        ChangeRequest asked =
                file.latest("supervisor-change-request", ChangeRequest.class).orElseThrow();
        Successor successor = file.latest("successor-referral", Successor.class).orElseThrow();
        return new SupervisorReplacement(asked.discipline(), successor.supervisorId());
    }

    private static PermitFacts facts(ProcessFile file) {
        return file.latest(PermitFacts.KIND, PermitFacts.class).orElseThrow();
    }
}
