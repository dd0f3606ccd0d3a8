package ir.parvaneh.application.fee;

import ir.parvaneh.contracts.OfficeOverchargeReported;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.util.Optional;

/** What an office may take for its work, and what it took [S14, S69, S89]. */
public final class OfficeCharges {

    private final Tariffs tariffs;

    public OfficeCharges(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** The tariff of a request on a day, in rials. */
    public long tariffOf(String requestType, Instant at) {
        return inForce(at).officeFees().of(requestType);
    }

    /** Number of the council's act by which offices charge on a day. */
    public String actOf(Instant at) {
        return inForce(at).officeFees().act().number();
    }

    /** More than the tariff was taken: what is to be told; empty when the charge keeps within it. */
    public Optional<OfficeOverchargeReported> overcharge(
            String requestType, String officeId, long chargedRials, String reportedBy, Instant at) {
        long tariff = tariffOf(requestType, at);
        return chargedRials <= tariff
                ? Optional.empty()
                : Optional.of(new OfficeOverchargeReported(officeId, chargedRials, tariff, actOf(at), reportedBy, at));
    }

    private Tariff inForce(Instant at) {
        return tariffs.on(Tehran.dateOf(at)).orElseGet(tariffs::newest);
    }
}
