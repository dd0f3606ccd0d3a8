package ir.parvaneh.application.transfer;

import static ir.parvaneh.process.Guard.atMoment;
import static ir.parvaneh.process.Guard.onEvidence;

import ir.parvaneh.application.permit.CertificatesHeld;
import ir.parvaneh.application.transfer.TransferEvidence.CertifiedReply;
import ir.parvaneh.application.transfer.TransferEvidence.EnquiryDeclaration;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.util.List;
import java.util.Optional;

/** The conditions of declaring that nothing changed, and of a reply that says what it stands on [S65]. */
final class ReplyGuards {

    private final TransferPolicy policy;

    ReplyGuards(TransferPolicy policy) {
        this.policy = policy;
    }

    List<Guard> all() {
        return List.of(
                onEvidence(
                        "declaration-consented",
                        say("متقاضی با شرایط خدمت موافقت کرده است.", "The applicant consents to the terms of service."),
                        EnquiryDeclaration.class,
                        (file, given) -> given.consent()),
                onEvidence(
                        "declared-unchanged",
                        say("مالک اعلام کرده که تغییری رخ نداده است.", "The owner declares that nothing changed."),
                        EnquiryDeclaration.class,
                        (file, given) -> given.unchangedDeclared()),
                onEvidence(
                        "declared-on-the-last-certificate",
                        say(
                                "گواهی نام‌برده، آخرین گواهی معتبر بنا از انواع پذیرفته است.",
                                "The certificate named is the last one of the building that holds and counts."),
                        EnquiryDeclaration.class,
                        (file, given) -> last(file)
                                .filter(held -> held.serial().equals(given.certificateSerial()))
                                .isPresent()),
                onEvidence(
                        "certified-for-the-purpose",
                        say("پاسخ برای همان منظور درخواست است.", "The reply is for the purpose that was asked for."),
                        CertifiedReply.class,
                        (file, given) -> Reply.purpose(file)
                                .filter(given.purpose()::equals)
                                .isPresent()),
                atMoment(
                        "replied-today",
                        say("تاریخ پاسخ همان روز تصمیم است.", "The reply bears the day on which it is given."),
                        CertifiedReply.class,
                        (file, given, at) -> given.repliedOn().equals(Tehran.dateOf(at))),
                onEvidence(
                        "certified-within-validity",
                        say(
                                "اعتبار پاسخ از حد مقرر بیشتر نیست.",
                                "The reply is not valid for longer than policy allows."),
                        CertifiedReply.class,
                        (file, given) -> !given.validUntil().isBefore(given.repliedOn())
                                && !given.validUntil().isAfter(given.repliedOn().plusDays(policy.replyValidDays()))),
                onEvidence(
                        "stands-on-the-declared-certificate",
                        say(
                                "پاسخ بر گواهی اعلام‌شده استوار است و آن گواهی هنوز معتبر است.",
                                "The reply stands on the certificate declared, and that certificate still holds."),
                        CertifiedReply.class,
                        this::standsOnDeclared),
                onEvidence(
                        "declaration-as-made",
                        say(
                                "چکیده اظهارنامه همان اظهار ثبت‌شده مالک است.",
                                "The hash is that of the declaration the owner made."),
                        CertifiedReply.class,
                        (file, given) ->
                                Reply.declarationHash(file).equals(Optional.ofNullable(given.selfDeclarationHash()))),
                onEvidence(
                        "stands-on-the-visit",
                        say("پاسخ بر پایه بازدید است.", "The reply stands on the visit."),
                        CertifiedReply.class,
                        (file, given) -> given.basis().equals(Reply.INSPECTION)
                                && given.basedOnCertificate() == null
                                && given.selfDeclarationHash() == null),
                onEvidence(
                        "debts-as-known",
                        say(
                                "بدهی همان است که در سامانه برای پروانه ثبت است.",
                                "The debts are those the system holds for the permit."),
                        CertifiedReply.class,
                        (file, given) -> Reply.debts(file).equals(Optional.ofNullable(given.debts()))));
    }

    private boolean standsOnDeclared(ProcessFile file, CertifiedReply given) {
        return given.basis().equals(Reply.CERTIFICATE)
                && Reply.declaration(file)
                        .map(EnquiryDeclaration::certificateSerial)
                        .filter(serial -> serial.equals(given.basedOnCertificate()))
                        .flatMap(serial -> Reply.certificates(file).flatMap(held -> held.of(serial)))
                        .filter(held -> held.holdsOn(given.repliedOn()))
                        .isPresent();
    }

    private Optional<CertificatesHeld.Held> last(ProcessFile file) {
        return Reply.certificates(file)
                .flatMap(held -> held.newest(policy.certificateKinds(), policy.certificatesFrom()));
    }

    private static Wording say(String fa, String en) {
        return new Wording(fa, en);
    }
}
