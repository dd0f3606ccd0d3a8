package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.district.commission.CommissionEvidence.Seated;
import java.time.LocalDate;
import java.util.List;

/** The bodies by which a hearing is prepared and held. */
final class SittingRequests {
    private SittingRequests() {}

    /** A day and a person for each seat. */
    record Hearing(LocalDate heldOn, String judge, String council, String interior, String municipal) {
        Hearing {
            Required.of(
                    "heldOn", heldOn, "judge", judge, "council", council, "interior", interior, "municipal", municipal);
        }

        List<Seated> bench() {
            return List.of(
                    new Seated(Seat.JUDGE, judge),
                    new Seated(Seat.COUNCIL, council),
                    new Seated(Seat.INTERIOR, interior),
                    new Seated(Seat.MUNICIPAL, municipal));
        }
    }

    /** @param personId whom the secretariat found in conflict; null when a member recuses himself */
    record Recusal(String personId, Reason reason) {
        Recusal {
            Required.of("reason", reason);
        }
    }

    /**
     * The text the bench is to vote on.
     *
     * @param ground which principles are missing; needed for a demolition
     * @param periodDays what the owner is given to execute
     * @param multipliersPercent for a fine, one for each item of the violation form
     */
    record Draft(Outcome outcome, Ground ground, Integer periodDays, List<Integer> multipliersPercent, Paper minutes) {
        Draft {
            Required.of("outcome", outcome, "minutes", minutes);
            multipliersPercent = multipliersPercent == null ? List.of() : List.copyOf(multipliersPercent);
        }
    }

    record Ballot(Boolean agrees) {
        Ballot {
            Required.of("agrees", agrees);
        }
    }
}
