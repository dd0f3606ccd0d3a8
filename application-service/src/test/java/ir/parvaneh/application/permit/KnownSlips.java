package ir.parvaneh.application.permit;

import ir.parvaneh.application.fee.Tariffs;
import ir.parvaneh.application.file.HostedProcesses;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.process.Decision.Accepted;
import ir.parvaneh.process.Judge;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessTable;
import java.time.Instant;

/** Money in stories without a provider: what the tariff says of a file, and what the file learns of its slip. */
public final class KnownSlips {

    private static final TariffedFees FEES = HostedProcesses.fees(Tariffs.load());

    private KnownSlips() {}

    /** What the tariff says; the stated assessment where it says nothing. */
    public static FeeAssessment assessment(ProcessFile file, Instant now, FeeAssessment stated) {
        return FEES.of(file, now).map(TariffedFees::evidence).orElse(stated);
    }

    /** The file learns how the slip of its latest assessment stands. */
    public static Accepted learned(ProcessTable table, ProcessFile file, boolean settled, Instant now) {
        return (Accepted) Judge.learn(table, file, SlipAccount.KIND, account(file, settled), now);
    }

    /** What a payment shows of the slip the file knows of; the stated payment while it knows of none. */
    public static Payment payment(ProcessFile file, Payment stated) {
        return file.latest(SlipAccount.KIND, SlipAccount.class)
                .map(slip -> new Payment(slip.slipId(), slip.totalRials(), slip.reference()))
                .orElse(stated);
    }

    static SlipAccount account(ProcessFile file, boolean settled) {
        long assessment = file.numberOf("fee-assessment");
        long total =
                file.latest("fee-assessment", FeeAssessment.class).orElseThrow().totalRials();
        return new SlipAccount(
                "file-1-" + assessment, assessment, total, 0, settled ? total : 0, settled, "cash", "reference-1");
    }
}
