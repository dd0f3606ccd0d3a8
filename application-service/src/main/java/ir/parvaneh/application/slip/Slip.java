package ir.parvaneh.application.slip;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.iran.BillId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slip of one assessment of a file, or of a fine. Immutable; amounts are integer rials.
 *
 * @param assessment number of the file's event that brought the assessment, or of the docket's that demanded the fine;
 *     0 while the page is blank
 * @param creditRials what earlier slips of the file already brought
 * @param billId شناسه قبض of the file, or of the docket where it is a fine's; null until it is issued
 * @param cancelledAt city time, or null: nothing more may be paid on it
 * @param arrangedAt city time at which instalments were arranged, or null
 * @param overpayment what became of the money that earlier slips brought beyond this one's demand; null while nothing
 * @param changed version of the page at its last change: the entity tag
 * @param fine what it is the fine of; null for levies
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Slip(
        String id,
        String applicationId,
        long assessment,
        int districtNo,
        String tariffVersion,
        List<Line> lines,
        long totalRials,
        long creditRials,
        String billId,
        Instant issuedAt,
        Instant arrangedAt,
        Instant cancelledAt,
        List<Part> parts,
        Overpayment overpayment,
        long changed,
        Fine fine) {

    /** A fine of article 100. @param docketNumber what its docket is called on paper */
    record Fine(String docketId, String docketNumber, LocalDate decidedOn) {}

    /**
     * What was ordered back of it, once at most.
     *
     * @param placed the payments that give it back are told
     * @param closed another assessment took this one's place, and nothing more is ordered here
     */
    record Overpayment(long orderedRials, boolean placed, boolean closed) {
        static final Overpayment NONE = new Overpayment(0, false, false);
    }

    /** One levy with the formula and the inputs it came from; those are null where an expert stated the amount. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String component,
            Titles title,
            String payee,
            long amountRials,
            Titles formula,
            Map<String, Object> inputs,
            String legalAct) {}

    /** The states of a slip, each following from its parts. */
    enum State {
        CALCULATED,
        ISSUED,
        PAID,
        CONFIRMED,
        CANCELLED,
        REFUNDED
    }

    Slip {
        lines = lines == null ? List.of() : List.copyOf(lines);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    static Slip blank(String id) {
        return new Slip(id, null, 0, 0, null, null, 0, 0, null, null, null, null, null, null, 0, null);
    }

    /** The file whose slip has that id: its levies', or of a docket of its. */
    static String applicationOf(String slipId) {
        String before = upTo('-', slipId);
        return isOfFine(slipId) ? upTo('.', before) : before;
    }

    /** Orders are named SLIP-PART-ATTEMPT. */
    static String ofOrder(String orderId) {
        return upTo('-', upTo('-', orderId));
    }

    private static String upTo(char last, String text) {
        return text.substring(0, Math.max(0, text.lastIndexOf(last)));
    }

    static boolean isOfFine(String slipId) {
        return slipId.endsWith(Sources.FINE_SLIP);
    }

    static String idOfFine(String docketId) {
        return docketId + Sources.FINE_SLIP;
    }

    static String idOf(String applicationId, long assessment) {
        return applicationId + "-" + assessment;
    }

    @JsonIgnore
    boolean exists() {
        return assessment > 0;
    }

    /** It is calculated, and waits for the number of its bill to be issued. */
    @JsonIgnore
    boolean awaitsBill() {
        return exists() && issuedAt == null;
    }

    /** It is no levy of the file's own. */
    @JsonIgnore
    boolean isOfDocket() {
        return fine != null;
    }

    @JsonIgnore
    long payableRials() {
        return Math.max(0, totalRials - creditRials);
    }

    @JsonIgnore
    State state() {
        if (issuedAt == null) {
            return State.CALCULATED;
        }
        if (parts.stream().anyMatch(part -> part.has(Attempt.State.REFUNDED)) && confirmedRials() == 0) {
            return State.REFUNDED;
        }
        if (parts.stream().allMatch(Part::isConfirmed)) {
            return State.CONFIRMED;
        }
        if (cancelledAt != null) {
            return State.CANCELLED;
        }
        return parts.stream().allMatch(Part::isPaid) ? State.PAID : State.ISSUED;
    }

    /** What the provider confirmed and nobody gave back, or is about to. */
    @JsonIgnore
    long confirmedRials() {
        return parts.stream().mapToLong(Part::keptRials).sum();
    }

    /** Everything the provider took for this slip, given back or not. */
    @JsonIgnore
    long takenRials() {
        return parts.stream()
                .mapToLong(part -> part.amountRials()
                        * part.attempts().stream()
                                .filter(one ->
                                        one.state() == Attempt.State.CONFIRMED || one.state() == Attempt.State.REFUNDED)
                                .count())
                .sum();
    }

    /** Of the money of earlier slips, what was ordered back by way of this one. */
    @JsonIgnore
    long orderedBackRials() {
        return overpayment == null ? 0 : overpayment.orderedRials();
    }

    /** What earlier slips brought and is still there for this one. */
    @JsonIgnore
    long creditLeftRials() {
        return creditRials - orderedBackRials();
    }

    /** What was paid beyond this slip's demand and may be ordered back; nothing while it waits to be settled. */
    @JsonIgnore
    long overpaidRials() {
        boolean closed = overpayment != null && overpayment.closed();
        return closed || !isSettled() ? 0 : Math.max(0, creditLeftRials() + confirmedRials() - totalRials);
    }

    /** Something was ordered back and the payments that give it back do not know yet. */
    @JsonIgnore
    boolean hasToPlace() {
        return overpayment != null && overpayment.orderedRials() > 0 && !overpayment.placed();
    }

    /** What was given back. */
    @JsonIgnore
    long refundedRials() {
        return parts.stream().mapToLong(Part::refundedRials).sum();
    }

    /** Everything is confirmed, or instalments are arranged and the first is. */
    @JsonIgnore
    boolean isSettled() {
        boolean all = issuedAt != null && parts.stream().allMatch(Part::isConfirmed);
        boolean first = arrangedAt != null && parts.getFirst().isConfirmed();
        return exists() && (all || cancelledAt == null && first);
    }

    /** Since when, in real milliseconds, the oldest attempt waits for the provider's word. */
    @JsonIgnore
    Optional<Long> awaitsSince() {
        return awaiting().map(Attempt::startedAt).min(Long::compare);
    }

    Stream<Attempt> awaiting() {
        return parts.stream().flatMap(part -> part.attempts().stream()).filter(Attempt::awaitsProvider);
    }

    Optional<Part> part(int no) {
        return parts.stream().filter(part -> part.no() == no).findFirst();
    }

    Optional<Part> partOf(String orderId) {
        return parts.stream().filter(part -> part.attempt(orderId).isPresent()).findFirst();
    }

    Slip with(Part changedPart) {
        return with(parts.stream()
                .map(part -> part.no() == changedPart.no() ? changedPart : part)
                .toList());
    }

    Slip with(List<Part> all) {
        return with(arrangedAt, cancelledAt, all, overpayment, changed);
    }

    Slip with(Overpayment changedOne) {
        return with(arrangedAt, cancelledAt, parts, changedOne, changed);
    }

    Slip arranged(List<Part> instalments, Instant now) {
        return with(now, cancelledAt, instalments, overpayment, changed);
    }

    Slip issued(BillId bill, List<Part> all, Instant now) {
        return new Slip(
                id,
                applicationId,
                assessment,
                districtNo,
                tariffVersion,
                lines,
                totalRials,
                creditRials,
                bill.value(),
                now,
                arrangedAt,
                cancelledAt,
                all,
                overpayment,
                changed,
                fine);
    }

    Slip cancelled(Instant now) {
        return with(arrangedAt, now, parts, overpayment, changed);
    }

    Slip touched(long version) {
        return with(arrangedAt, cancelledAt, parts, overpayment, version);
    }

    /** The same demand: what happens to a slip changes nothing else of it. */
    private Slip with(Instant arranged, Instant cancelled, List<Part> all, Overpayment over, long version) {
        return new Slip(
                id,
                applicationId,
                assessment,
                districtNo,
                tariffVersion,
                lines,
                totalRials,
                creditRials,
                billId,
                issuedAt,
                arranged,
                cancelled,
                all,
                over,
                version,
                fine);
    }
}
