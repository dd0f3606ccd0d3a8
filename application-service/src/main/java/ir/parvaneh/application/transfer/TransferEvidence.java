package ir.parvaneh.application.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.permit.PermitEvidence.Paper;
import ir.parvaneh.application.permit.PermitMoney;
import ir.parvaneh.process.Evidence;
import java.time.LocalDate;

/** What the actions of an enquiry put on the file. Amounts are integer rials. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface TransferEvidence extends Evidence {

    /** What the reply is wanted for, and whether the owner declares that nothing changed. */
    record EnquiryRequest(boolean consent, String purpose, boolean unchangedDeclared) implements TransferEvidence {}

    /** The owner's word that nothing changed since one certificate was issued [S65]. */
    record EnquiryDeclaration(boolean consent, String purpose, boolean unchangedDeclared, String certificateSerial)
            implements TransferEvidence {}

    /** The reply of the first edition. One for a mortgage is not valid for a transfer. */
    record EnquiryReply(String purpose, String basis, LocalDate repliedOn, LocalDate validUntil, Paper letter)
            implements TransferEvidence {}

    /**
     * The reply, and what it stands on [S65]. One for a mortgage is not valid for a transfer.
     *
     * @param basis certificate or inspection
     * @param basedOnCertificate the serial of that certificate; null after a visit
     * @param selfDeclarationHash of the owner's declaration, in hex; null after a visit
     * @param debts what is owed for the permit; null when its fees never stood in the system
     */
    record CertifiedReply(
            String purpose,
            String basis,
            String basedOnCertificate,
            String selfDeclarationHash,
            LocalDate repliedOn,
            LocalDate validUntil,
            DebtSnapshot debts)
            implements TransferEvidence {}

    /** What was assessed for the permit, what of it is paid, and what is left. */
    record DebtSnapshot(long assessedRials, long paidRials, long outstandingRials) {

        static DebtSnapshot of(PermitMoney money) {
            return new DebtSnapshot(money.assessedRials(), money.paidRials(), money.outstandingRials());
        }
    }
}
