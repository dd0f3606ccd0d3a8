package ir.parvaneh.application.permit;

import ir.parvaneh.application.fee.Assessment;
import ir.parvaneh.application.fee.RequestCase;
import ir.parvaneh.application.fee.Tariff;
import ir.parvaneh.application.fee.Tariffs;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessFile.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the tariff says a file owes. Its tariff is that of the day on which the assessment was asked for, so that a delay
 * at the desk costs the owner nothing; and an objection is answered by the tariff it was raised against.
 */
public final class TariffedFees {

    private static final String KIND = "fee-assessment";
    /** The stages in which levies are assessed. */
    private static final Set<String> STAGES = Set.of("fees-assessment", "debts");

    private final Tariffs tariffs;
    private final Map<String, Reading> readings;

    /** What an application about a permit is charged for, as its file has it; empty while something is missing. */
    @FunctionalInterface
    public interface Reading {
        Optional<RequestCase> of(ProcessFile file, Tariff.Unsaid unsaid);
    }

    /** @param readings of the processes that are about a permit */
    public TariffedFees(Tariffs tariffs, Map<String, Reading> readings) {
        this.tariffs = tariffs;
        this.readings = Map.copyOf(readings);
    }

    /** Empty while the file lacks what its fees follow from, has none, or no tariff is in force. */
    public Optional<Assessment> of(ProcessFile file, Instant now) {
        return on(file, day(file).orElse(Tehran.dateOf(now)));
    }

    /** An assessment that stands on the file, with its formulae; empty when the tariff does not say the same. */
    public Optional<Assessment> explained(ProcessFile file, FeeAssessment given) {
        return days(file).stream()
                .flatMap(day -> on(file, day).stream())
                .filter(assessment -> evidence(assessment).equals(given))
                .findFirst();
    }

    /** When the assessment that stands on the file was asked for. */
    public static Optional<Instant> assessedFrom(ProcessFile file) {
        List<Instant> asked = asked(file.ledger());
        return asked.isEmpty() ? Optional.empty() : Optional.of(asked.getLast());
    }

    /** Whether an assessment is asked for and not made yet. */
    public static boolean isAsked(ProcessFile file) {
        return file.main() != null && STAGES.contains(file.main().stage());
    }

    /** When assessments were asked for, oldest first: what stays in its stage is still the same asking. */
    private static List<Instant> asked(List<Segment> ledger) {
        List<Instant> asked = new ArrayList<>();
        String before = null;
        for (Segment segment : ledger) {
            if (STAGES.contains(segment.stage()) && !segment.stage().equals(before)) {
                asked.add(segment.from());
            }
            before = segment.stage();
        }
        return asked;
    }

    /** The day whose tariff counts now; empty while no assessment is asked for. */
    private Optional<LocalDate> day(ProcessFile file) {
        if (!isAsked(file)) {
            return Optional.empty();
        }
        Optional<LocalDate> objectedTo = Objections.stands(file) ? dayOfTheStanding(file) : Optional.empty();
        return Optional.of(objectedTo.orElseGet(() -> Tehran.dateOf(openSince(file))));
    }

    private static Instant openSince(ProcessFile file) {
        String stage = file.main().stage();
        List<Segment> ledger = file.ledger();
        boolean stayed = !ledger.isEmpty() && ledger.getLast().stage().equals(stage);
        return stayed ? asked(ledger).getLast() : file.main().enteredAt();
    }

    /** The last day whose tariff has the name that stands on the assessment. */
    private Optional<LocalDate> dayOfTheStanding(ProcessFile file) {
        String version = file.latest(KIND, FeeAssessment.class)
                .map(FeeAssessment::tariffVersion)
                .orElse(null);
        return days(file).stream()
                .filter(day -> on(file, day)
                        .filter(assessment -> assessment.tariffVersion().equals(version))
                        .isPresent())
                .findFirst();
    }

    /** Days on which assessments were asked for, the last first. */
    private static List<LocalDate> days(ProcessFile file) {
        return asked(file.ledger()).reversed().stream()
                .map(Tehran::dateOf)
                .distinct()
                .toList();
    }

    private Optional<Assessment> on(ProcessFile file, LocalDate day) {
        return tariffs.on(day).flatMap(tariff -> on(file, tariff, day));
    }

    private Optional<Assessment> on(ProcessFile file, Tariff tariff, LocalDate day) {
        Reading reading = readings.get(file.process());
        return reading == null
                ? FileMeasures.of(file).map(measures -> tariff.assess(measures.by(tariff.unsaid()), day))
                : reading.of(file, tariff.unsaid()).flatMap(asked -> tariffs.assess(file.process(), asked, day));
    }

    /** Whether an income expert's assessment is the tariff's, component by component and rial by rial. */
    boolean isByTheTariff(ProcessFile file, FeeAssessment given) {
        return day(file)
                .flatMap(day -> on(file, day))
                .map(TariffedFees::evidence)
                .filter(given::equals)
                .isPresent();
    }

    /** An assessment in the shape of the evidence that the income expert shows. */
    public static FeeAssessment evidence(Assessment assessment) {
        List<FeeAssessment.Item> items = assessment.items().stream()
                .map(item -> new FeeAssessment.Item(item.component(), item.amountRials()))
                .toList();
        return new FeeAssessment(assessment.tariffVersion(), items, assessment.totalRials());
    }
}
