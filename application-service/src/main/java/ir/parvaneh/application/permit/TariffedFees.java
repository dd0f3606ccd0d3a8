package ir.parvaneh.application.permit;

import ir.parvaneh.application.fee.Assessment;
import ir.parvaneh.application.fee.Tariff;
import ir.parvaneh.application.fee.Tariffs;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.ProcessFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the tariff says a file owes. Its tariff is that of the day on which the assessment was asked for, so that a delay
 * at the desk costs the owner nothing.
 */
public final class TariffedFees {

    /** The stage in which levies are assessed. */
    public static final String STAGE = "fees-assessment";

    private final Tariffs tariffs;

    public TariffedFees(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** Empty while the file has no plans or no tariff is in force. */
    public Optional<Assessment> of(ProcessFile file, Instant now) {
        LocalDate day = Tehran.dateOf(asked(file).orElse(now));
        return tariffs.on(day).flatMap(tariff -> of(file, tariff, day));
    }

    /** An assessment that stands on the file, with its formulae; empty when the tariff does not say the same. */
    public Optional<Assessment> explained(ProcessFile file, FeeAssessment given) {
        return assessedFrom(file)
                .map(Tehran::dateOf)
                .flatMap(day -> tariffs.on(day).flatMap(tariff -> of(file, tariff, day)))
                .filter(assessment -> evidence(assessment).equals(given));
    }

    /** When the assessment that stands on the file was asked for; its tariff is that of this day. */
    public static Optional<Instant> assessedFrom(ProcessFile file) {
        return file.ledger().stream()
                .filter(segment -> segment.stage().equals(STAGE))
                .reduce((before, last) -> last)
                .map(ProcessFile.Segment::from);
    }

    private static Optional<Assessment> of(ProcessFile file, Tariff tariff, LocalDate day) {
        return FileMeasures.of(file).map(measures -> tariff.assess(measures.by(tariff.unsaid()), day));
    }

    private static Optional<Instant> asked(ProcessFile file) {
        return Optional.ofNullable(file.main())
                .filter(main -> main.stage().equals(STAGE))
                .map(ProcessFile.OpenStage::enteredAt);
    }

    /** Whether an income expert's assessment is the tariff's, component by component and rial by rial. */
    boolean isByTheTariff(ProcessFile file, FeeAssessment given) {
        return asked(file)
                .flatMap(at -> of(file, at))
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
