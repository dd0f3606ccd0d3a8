package ir.parvaneh.application.permit;

import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import ir.parvaneh.application.permit.PermitEvidence.EnquiryAnswer;
import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.application.permit.PermitEvidence.Plans;
import ir.parvaneh.application.permit.PermitEvidence.StatusFindings;
import ir.parvaneh.application.permit.PermitEvidence.Submission;
import ir.parvaneh.application.permit.PermitEvidence.SupervisorReferral;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The conditions of the building permit, each under its name in the table and with its sentence. */
final class PermitGuards {

    private PermitGuards() {}

    static List<Guard> all(PermitPolicy policy, TariffedFees tariffed) {
        return Stream.of(
                        filing(),
                        status(),
                        combinations(),
                        reviews(),
                        plans(policy),
                        rounds(policy),
                        fees(),
                        MoneyGuards.all(tariffed),
                        PaperGuards.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Guard> filing() {
        return List.of(
                onEvidence(
                        "consent-given",
                        say("متقاضی با شرایط خدمت موافقت کرده است.", "The applicant consents to the terms of service."),
                        Submission.class,
                        (file, given) -> given.consent()),
                onEvidence(
                        "district-of-the-code",
                        say("منطقه همان است که در کد نوسازی آمده.", "The district is the one in the renovation code."),
                        Submission.class,
                        (file, given) -> given.renovationCode().startsWith(given.districtNo() + "-")));
    }

    private static List<Guard> status() {
        return List.of(
                finding(
                        "renovation-levy-current",
                        say("عوارض نوسازی ملک پرداخت شده است.", "The renovation levy of the plot is paid up."),
                        StatusFindings::renovationLevyCurrent),
                finding(
                        "no-seizure",
                        say("ملک بازداشت نیست.", "The plot is under no seizure."),
                        given -> !given.seized()),
                finding(
                        "no-open-demolition-order",
                        say("رای تخریب باز ماده صد وجود ندارد.", "No demolition order of article 100 is open."),
                        given -> !given.openDemolitionOrder()),
                finding(
                        "alignment-done",
                        say("گذربندی ملک انجام شده است.", "The alignment of the plot is done."),
                        StatusFindings::alignmentDone));
    }

    private static List<Guard> combinations() {
        return List.of(
                finding(
                        "needs-enquiries",
                        say("پرونده به استعلام نیاز دارد.", "Enquiries are needed."),
                        StatusFindings::enquiriesNeeded),
                finding(
                        "needs-no-enquiry",
                        say("پرونده به استعلام نیاز ندارد.", "No enquiry is needed."),
                        given -> !given.enquiriesNeeded()),
                finding(
                        "in-buffer-zone",
                        say("ملک در حریم است.", "The plot lies in a buffer zone."),
                        StatusFindings::inBufferZone),
                finding(
                        "outside-buffer-zone",
                        say("ملک در حریم نیست.", "The plot lies in no buffer zone."),
                        given -> !given.inBufferZone()),
                finding(
                        "beyond-rules",
                        say("درخواست از ضابطه فراتر است.", "The request goes beyond the rules."),
                        StatusFindings::exceedsRules),
                finding(
                        "within-rules",
                        say("درخواست درون ضابطه است.", "The request keeps within the rules."),
                        given -> !given.exceedsRules()));
    }

    private static List<Guard> reviews() {
        return List.of(
                onFile(
                        "enquiries-closed",
                        say(
                                "همه استعلام‌ها بسته شده و دستگاهی مخالفت نکرده است.",
                                "Every enquiry is closed and no agency objects."),
                        file -> file.tracks().isEmpty() && !objection(file)),
                onFile(
                        "no-open-blocker",
                        say(
                                "مانع بازی در پرونده نیست: مخالفت دستگاه، بازداشت یا رای تخریب.",
                                "Nothing blocks the file: no objection, no seizure, no demolition order."),
                        file -> !objection(file)
                                && findings(file).filter(PermitGuards::clear).isPresent()),
                onFile(
                        "has-exception",
                        say("پرونده مصوبه خارج از ضابطه دارد.", "An exception was granted to this file."),
                        PermitGuards::granted),
                onFile(
                        "no-exception",
                        say("درخواست درون ضابطه است و مصوبه نمی‌خواهد.", "The file stands on no exception."),
                        file -> findings(file)
                                .filter(given -> !given.exceedsRules())
                                .isPresent()));
    }

    private static List<Guard> plans(PermitPolicy policy) {
        return List.of(
                onFile(
                        "within-office-area",
                        say(
                                "زیربنای نقشه در حد کنترل دفتر است.",
                                "The plans are small enough to be controlled by the office."),
                        file -> plansOf(file)
                                .filter(plans -> plans.grossAreaM2() <= policy.largePlansAboveM2())
                                .isPresent()),
                onFile(
                        "beyond-office-area",
                        say(
                                "زیربنای نقشه بیش از حد کنترل دفتر است.",
                                "The plans are too large to be controlled by the office."),
                        file -> plansOf(file)
                                .filter(plans -> plans.grossAreaM2() > policy.largePlansAboveM2())
                                .isPresent()),
                onEvidence(
                        "new-plans-version",
                        say(
                                "شماره نسخه نقشه از نسخه پیش بالاتر است.",
                                "The version is above that of the plans before."),
                        Plans.class,
                        (file, given) -> given.version()
                                > plansOf(file).map(Plans::version).orElse(0)),
                onEvidence(
                        "supervisors-differ",
                        say("چهار ناظر چهار نفر جداگانه‌اند.", "The four supervisors are four people."),
                        SupervisorReferral.class,
                        (file, given) -> Set.copyOf(given.assigned().values()).size() == 4));
    }

    private static List<Guard> rounds(PermitPolicy policy) {
        return List.of(
                onFile(
                        "visit-rounds-left",
                        say("بازدید هنوز می‌تواند جابه‌جا شود.", "The visit may still be put off."),
                        file -> file.roundsOf("inspection-scheduled") < policy.visitRounds()),
                onFile(
                        "visit-rounds-spent",
                        say("نوبت‌های بازدید به پایان رسیده است.", "The visit may not be put off again."),
                        file -> file.roundsOf("inspection-scheduled") >= policy.visitRounds()),
                onFile(
                        "correction-rounds-left",
                        say("نوبت اصلاح نقشه باقی است.", "A round of correction is left."),
                        file -> file.roundsOf("plan-correction") < policy.planCorrectionRounds()),
                onFile(
                        "correction-rounds-spent",
                        say(
                                "نوبت‌های اصلاح به پایان رسیده و جلسه مشترک لازم است.",
                                "The rounds of correction are spent and a joint meeting is due."),
                        file -> file.roundsOf("plan-correction") >= policy.planCorrectionRounds()));
    }

    private static List<Guard> fees() {
        return List.of(
                onEvidence(
                        "items-add-up",
                        say("جمع اقلام برابر مبلغ کل است.", "The items add up to the total."),
                        FeeAssessment.class,
                        (file, given) -> given.addsUp()),
                onEvidence(
                        "amount-matches",
                        say("مبلغ پرداخت برابر فیش است.", "The payment equals the slip."),
                        Payment.class,
                        (file, given) -> given.amountRials() == assessed(file).orElse(-1L)),
                onEvidence(
                        "fees-already-paid",
                        say("عوارض پیش‌تر پرداخت و تایید شده است.", "The fees were paid and confirmed before."),
                        FeeAssessment.class,
                        (file, given) -> confirmed(file) && MoneyGuards.isPaid(file, given.totalRials())),
                onFile(
                        "fees-settled",
                        say("عوارض پرداخت و پرداخت تایید شده است.", "The fees are paid and the payment is confirmed."),
                        file -> confirmed(file)
                                && paid(file).orElse(-1L) >= assessed(file).orElse(Long.MAX_VALUE)));
    }

    /** An objection counts while it is younger than the findings it was asked for. */
    private static boolean objection(ProcessFile file) {
        return Stream.of("enquiry-answer", "buffer-answer")
                .filter(kind -> file.numberOf(kind) > file.numberOf("status-findings"))
                .anyMatch(kind ->
                        file.latest(kind, EnquiryAnswer.class).orElseThrow().objects());
    }

    private static boolean granted(ProcessFile file) {
        return findings(file).filter(StatusFindings::exceedsRules).isPresent()
                && file.numberOf("exception-decision") > file.numberOf("status-findings");
    }

    private static boolean clear(StatusFindings findings) {
        return !findings.seized() && !findings.openDemolitionOrder();
    }

    private static Optional<StatusFindings> findings(ProcessFile file) {
        return file.latest("status-findings", StatusFindings.class);
    }

    private static Optional<Plans> plansOf(ProcessFile file) {
        return file.latest("plans", Plans.class);
    }

    private static Optional<Long> assessed(ProcessFile file) {
        return file.latest("fee-assessment", FeeAssessment.class).map(FeeAssessment::totalRials);
    }

    private static Optional<Long> paid(ProcessFile file) {
        return file.latest("payment", Payment.class).map(Payment::amountRials);
    }

    /** The payment that stands on the file was confirmed after it came, and no assessment awaits its own. */
    private static boolean confirmed(ProcessFile file) {
        return file.numberOf("payment") > 0 && file.numberOfAction("confirm-settlement") > file.numberOf("payment");
    }

    private static Guard finding(String name, Wording sentence, Predicate<StatusFindings> holds) {
        return onEvidence(name, sentence, StatusFindings.class, (file, given) -> holds.test(given));
    }

    private static Wording say(String fa, String en) {
        return new Wording(fa, en);
    }
}
