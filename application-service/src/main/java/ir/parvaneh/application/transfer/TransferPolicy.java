package ir.parvaneh.application.transfer;

import ir.parvaneh.application.process.Policy;
import java.time.LocalDate;
import java.util.Set;

/**
 * The figures of an enquiry that are policy, from {@code policies/transfer-enquiry.yaml}.
 *
 * @param replyValidDays how long a reply is valid at most [A]
 * @param certificateKinds papers on which a reply may stand without a visit [S65]
 * @param certificatesFrom the first day of issue that counts for it [S65]
 */
record TransferPolicy(int replyValidDays, Set<String> certificateKinds, LocalDate certificatesFrom) {

    static TransferPolicy load() {
        Policy policy = Policy.load(TransferProcess.NAME);
        return new TransferPolicy(
                policy.number("reply-valid-days").intValue(),
                Set.copyOf(policy.texts("certificate-kinds")),
                LocalDate.parse(policy.text("certificates-from")));
    }
}
