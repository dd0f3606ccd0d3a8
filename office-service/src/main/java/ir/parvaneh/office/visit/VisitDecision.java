package ir.parvaneh.office.visit;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;

/** What an answer about a visit's date comes to. */
public sealed interface VisitDecision {

    /** The date stands, and everybody is told. */
    record Agreed(SiteVisit visit, NewEvent event) implements VisitDecision {}

    /** The date does not change. */
    record Refused(Refusal refusal) implements VisitDecision {}
}
