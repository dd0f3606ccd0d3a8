package ir.parvaneh.office.visit;

import java.time.LocalDate;
import java.util.Locale;

/** A site visit as its citizen and its office see it. */
public record VisitView(
        String applicationId,
        long opening,
        String inspectorId,
        LocalDate visitOn,
        String status,
        int moves,
        int movesLeft) {

    public static VisitView of(String applicationId, SiteVisit visit, VisitPolicy policy) {
        return new VisitView(
                applicationId,
                visit.opening(),
                visit.inspectorId(),
                visit.visitOn(),
                visit.status().name().toLowerCase(Locale.ROOT),
                visit.moves(),
                Math.max(0, policy.mostMoves() - visit.moves()));
    }
}
