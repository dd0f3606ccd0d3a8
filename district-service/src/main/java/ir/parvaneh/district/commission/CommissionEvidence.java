package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.process.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the actions of a docket put on it. Amounts are integer rials, areas square metres. People are named by id, papers
 * by digest. A decision is put together by the docket itself from its bench, its draft and the votes.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface CommissionEvidence extends Evidence {

    /** Evidence of something done on a day that was, and that the docket may rely on. */
    interface Dated {
        LocalDate on();
    }

    /** Evidence whose arrival counts; the docket stamps it. */
    interface Received {
        CommissionEvidence receivedAt(Instant now);
    }

    /** A notice or decision was served on the owner; windows count from that day. */
    record Service(LocalDate servedOn, String method, Paper receipt) implements CommissionEvidence, Dated {
        @Override
        public LocalDate on() {
            return servedOn;
        }
    }

    /** The owner's written explanation [S20, S39]. */
    record Defence(List<Paper> papers) implements CommissionEvidence {}

    /** The owner's objection. @param receivedAt stamped by the docket */
    record Objection(String grounds, List<Paper> papers, Instant receivedAt) implements CommissionEvidence, Received {
        @Override
        public CommissionEvidence receivedAt(Instant now) {
            return new Objection(grounds, papers, now);
        }
    }

    /** A payment of the fine as it was stated before slips were drawn for fines. */
    record FinePayment(String slipId, long amountRials, String reference) implements CommissionEvidence {}

    /**
     * How the slip of the fine stands; learned from the slip's events, shown by no action.
     *
     * @param confirmedRials what the provider confirmed
     * @param reference the bank's number of the last confirmed payment, or null
     */
    record FineAccount(String slipId, long totalRials, long confirmedRials, String reference)
            implements CommissionEvidence {
        static final String KIND = "fine-account";

        /** All of that fine; an instalment is not enough. */
        boolean pays(long fineRials) {
            return totalRials == fineRials && confirmedRials >= fineRials;
        }
    }

    /** The owner says that the works are gone. */
    record RemovalReport(LocalDate removedOn, List<Paper> photos) implements CommissionEvidence, Dated {
        @Override
        public LocalDate on() {
            return removedOn;
        }
    }

    /** What the district found. */
    record RemovalFindings(LocalDate visitedOn, List<Paper> photos) implements CommissionEvidence, Dated {
        @Override
        public LocalDate on() {
            return visitedOn;
        }
    }

    /** The municipality begins [S60]. */
    record ExecutionStart(LocalDate startedOn, Paper order) implements CommissionEvidence, Dated {
        @Override
        public LocalDate on() {
            return startedOn;
        }
    }

    /** The municipality executed; the cost is the owner's [S60]. */
    record Execution(LocalDate executedOn, long costRials, Paper minutes) implements CommissionEvidence, Dated {
        @Override
        public LocalDate on() {
            return executedOn;
        }
    }

    /**
     * A decision with everything it rests on.
     *
     * @param periodDays what the owner is given to execute; null where nothing is to be removed
     * @param valuedOn which day's transactional value counts, as the policy says: violation or decision [S50]
     * @param violatedOn the day of the earliest violation
     * @param reportedOn when the municipality's representative presented the violation, or null
     * @param barred people who may not sit: reporters, the owner, those who recused themselves
     */
    record Decision(
            Outcome outcome,
            Ground ground,
            Integer periodDays,
            List<FineLine> lines,
            long fineRials,
            String valuedOn,
            LocalDate violatedOn,
            LocalDate decidedOn,
            LocalDate heldOn,
            LocalDate reportedOn,
            Paper minutes,
            List<Seated> bench,
            List<Vote> votes,
            List<String> barred)
            implements CommissionEvidence {

        /** Ordered for missing technical or health principles: never a fine [S61]. */
        boolean orderedForSafety() {
            return outcome == Outcome.DEMOLITION && ground != null && ground.ofSafety();
        }
    }

    /** Who sits where. */
    record Seated(Seat seat, String personId) {}

    /** How somebody voted on the draft. */
    record Vote(Seat seat, String personId, boolean agrees) {}

    /**
     * One item of the fine, with both values between which the policy chooses.
     *
     * @param item index in the violation form
     * @param note the note of article 100 it rests on
     * @param measuredM2 the area that counts
     * @param keyMoneyRials or null
     */
    record FineLine(
            int item,
            String note,
            double measuredM2,
            Long keyMoneyRials,
            int multiplierPercent,
            long valueAtViolationRials,
            long valueAtDecisionRials,
            long amountRials) {}
}
