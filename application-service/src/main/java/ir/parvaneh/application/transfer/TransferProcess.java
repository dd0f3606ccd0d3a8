package ir.parvaneh.application.transfer;

import static ir.parvaneh.application.process.Hosted.kind;
import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.process.Hosted;
import ir.parvaneh.application.transfer.TransferEvidence.CertifiedReply;
import ir.parvaneh.application.transfer.TransferEvidence.EnquiryDeclaration;
import ir.parvaneh.application.transfer.TransferEvidence.EnquiryReply;
import ir.parvaneh.application.transfer.TransferEvidence.EnquiryRequest;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reply for a transfer or a mortgage: for one purpose and for some time. It comes from the last certificate when the
 * owner declares that nothing changed, and from a visit otherwise [S65].
 */
public final class TransferProcess {

    /** The name of the process. */
    public static final String NAME = "transfer-enquiry";

    private static final TransferPolicy POLICY = TransferPolicy.load();

    private TransferProcess() {}

    public static Hosted hosted() {
        return new Hosted(
                NAME,
                List.of("processes/transfer-enquiry-1404-1.yaml", "processes/transfer-enquiry.yaml"),
                Stream.concat(firstEdition(POLICY.replyValidDays()).stream(), new ReplyGuards(POLICY).all().stream())
                        .toList(),
                List.of(
                        kind("enquiry-request", EnquiryRequest.class),
                        kind("enquiry-declaration", EnquiryDeclaration.class),
                        kind("enquiry-reply", EnquiryReply.class),
                        kind("certified-reply", CertifiedReply.class)),
                List.of(),
                Map.of());
    }

    /** The reply that is due on that day, ready to be shown; empty while none is. */
    public static Optional<CertifiedReply> replyDue(ProcessFile file, LocalDate today) {
        return file.process().equals(NAME) ? Reply.due(file, today, POLICY.replyValidDays()) : Optional.empty();
    }

    /** Its replies are typed, and it asks for any certificate that was ever issued. */
    private static List<Guard> firstEdition(int validDays) {
        return List.of(
                onEvidence(
                        "enquiry-consented",
                        new Wording(
                                "متقاضی با شرایط خدمت موافقت کرده است.",
                                "The applicant consents to the terms of service."),
                        EnquiryRequest.class,
                        (file, given) -> given.consent()),
                onFile(
                        "certificate-held",
                        new Wording(
                                "گواهی پیشینی برای ملک صادر شده است.",
                                "A certificate was issued for the building before."),
                        file -> file.latest(PermitFacts.KIND, PermitFacts.class)
                                .filter(permit -> !permit.certificates().isEmpty())
                                .isPresent()),
                onEvidence(
                        "unchanged-declared",
                        new Wording(
                                "مالک اعلام کرده که تغییری رخ نداده است.", "The owner declares that nothing changed."),
                        EnquiryRequest.class,
                        (file, given) -> given.unchangedDeclared()),
                onEvidence(
                        "reply-for-the-purpose",
                        new Wording(
                                "پاسخ برای همان منظور درخواست است.",
                                "The reply is for the purpose that was asked for."),
                        EnquiryReply.class,
                        (file, given) -> file.latest("enquiry-request", EnquiryRequest.class)
                                .filter(asked -> asked.purpose().equals(given.purpose()))
                                .isPresent()),
                onEvidence(
                        "reply-within-validity",
                        new Wording(
                                "اعتبار پاسخ از حد مقرر بیشتر نیست.",
                                "The reply is not valid for longer than policy allows."),
                        EnquiryReply.class,
                        (file, given) -> !given.validUntil().isBefore(given.repliedOn())
                                && !given.validUntil().isAfter(given.repliedOn().plusDays(validDays))),
                onBasis(
                        "reply-from-certificate",
                        "certificate",
                        "پاسخ بر پایه گواهی است.",
                        "The reply stands on the certificate."),
                onBasis(
                        "reply-from-inspection",
                        "inspection",
                        "پاسخ بر پایه بازدید است.",
                        "The reply stands on the visit."));
    }

    private static Guard onBasis(String name, String basis, String fa, String en) {
        return onEvidence(name, new Wording(fa, en), EnquiryReply.class, (file, given) -> given.basis()
                .equals(basis));
    }
}
