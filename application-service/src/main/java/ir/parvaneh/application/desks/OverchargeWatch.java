package ir.parvaneh.application.desks;

import ir.parvaneh.application.fee.OfficeCharges;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.permit.PermitEvidence.OfficeFee;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.process.ProcessEvent.StageLeft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An office that records a higher fee than its tariff has told on itself: the charge stands, and so does the report. */
final class OverchargeWatch {

    private static final String OFFICE_FEE = "office-fee";

    private final OfficeCharges charges;

    OverchargeWatch(OfficeCharges charges) {
        this.charges = charges;
    }

    /** The same verdict, with what is to be told about it. */
    Verdict<ApplicationFile> over(Verdict<ApplicationFile> verdict) {
        return verdict instanceof Verdict.Changed<ApplicationFile> changed ? over(changed) : verdict;
    }

    private Verdict<ApplicationFile> over(Verdict.Changed<ApplicationFile> changed) {
        List<NewEvent> reports = changed.events().stream()
                .map(NewEvent::data)
                .filter(StageLeft.class::isInstance)
                .map(StageLeft.class::cast)
                .flatMap(left -> report(changed.body(), left).stream())
                .toList();
        if (reports.isEmpty()) {
            return changed;
        }
        List<NewEvent> told = new ArrayList<>(changed.events());
        told.addAll(reports);
        return new Verdict.Changed<>(changed.body(), told, changed.status(), changed.etag());
    }

    private Optional<NewEvent> report(ApplicationFile file, StageLeft left) {
        if (left.evidence() == null || !left.evidence().schema().equals(OFFICE_FEE)) {
            return Optional.empty();
        }
        long charged = left.evidence().as(OfficeFee.class).amountRials();
        return charges.overcharge(file.facts().requestType(), file.officeId(), charged, "office", left.decidedAt())
                .map(report -> new NewEvent("office-overcharge-reported", report));
    }
}
