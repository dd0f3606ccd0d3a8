package ir.parvaneh.application.transfer;

import ir.parvaneh.application.permit.CertificatesHeld;
import ir.parvaneh.application.permit.PermitMoney;
import ir.parvaneh.application.transfer.TransferEvidence.CertifiedReply;
import ir.parvaneh.application.transfer.TransferEvidence.DebtSnapshot;
import ir.parvaneh.application.transfer.TransferEvidence.EnquiryDeclaration;
import ir.parvaneh.application.transfer.TransferEvidence.EnquiryRequest;
import ir.parvaneh.chassis.store.Sha256;
import ir.parvaneh.process.ProcessFile;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reply to an enquiry has to say, as the file shows it: nobody types a figure, a serial or a hash. */
final class Reply {

    static final String CERTIFICATE = "certificate";
    static final String INSPECTION = "inspection";
    private static final String DECLARATION = "enquiry-declaration";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Reply() {}

    /** The reply that is due on that day; empty while none is. */
    static Optional<CertifiedReply> due(ProcessFile file, LocalDate today, int validDays) {
        return switch (file.hasEnded() ? "ended" : file.main().stage()) {
            case "reply-on-certificate" -> onCertificate(file, today, validDays);
            case "reply-due" -> Optional.of(reply(file, INSPECTION, null, null, today, validDays));
            default -> Optional.empty();
        };
    }

    private static Optional<CertifiedReply> onCertificate(ProcessFile file, LocalDate today, int validDays) {
        return declaration(file)
                .map(declared -> reply(
                        file,
                        CERTIFICATE,
                        declared.certificateSerial(),
                        declarationHash(file).orElseThrow(),
                        today,
                        validDays));
    }

    private static CertifiedReply reply(
            ProcessFile file, String basis, String serial, String hash, LocalDate today, int validDays) {
        return new CertifiedReply(
                purpose(file).orElseThrow(),
                basis,
                serial,
                hash,
                today,
                today.plusDays(validDays),
                debts(file).orElse(null));
    }

    /** What the reply is asked for: as declared, or as filed where that came later. */
    static Optional<String> purpose(ProcessFile file) {
        return file.numberOf(DECLARATION) > file.numberOf("enquiry-request")
                ? declaration(file).map(EnquiryDeclaration::purpose)
                : file.latest("enquiry-request", EnquiryRequest.class).map(EnquiryRequest::purpose);
    }

    static Optional<EnquiryDeclaration> declaration(ProcessFile file) {
        return file.latest(DECLARATION, EnquiryDeclaration.class);
    }

    /** SHA-256 of the declaration as JSON without spaces, its members in the order of their names. */
    static Optional<String> declarationHash(ProcessFile file) {
        return Optional.ofNullable(file.evidence().get(DECLARATION)).map(kept -> HexFormat.of()
                .formatHex(Sha256.of(canonical(kept.exhibit().content()))));
    }

    private static String canonical(JsonNode content) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        content.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        return JSON.writeValueAsString(sorted);
    }

    static Optional<DebtSnapshot> debts(ProcessFile file) {
        return file.latest(PermitMoney.KIND, PermitMoney.class).map(DebtSnapshot::of);
    }

    static Optional<CertificatesHeld> certificates(ProcessFile file) {
        return file.latest(CertificatesHeld.KIND, CertificatesHeld.class);
    }
}
