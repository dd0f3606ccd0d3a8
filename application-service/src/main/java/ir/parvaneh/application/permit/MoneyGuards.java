package ir.parvaneh.application.permit;

import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import ir.parvaneh.application.permit.PermitEvidence.FeeAssessment;
import ir.parvaneh.application.permit.PermitEvidence.Payment;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The conditions of money: what is charged stands in the tariff, and what is paid stands on a slip [S15, S69]. */
final class MoneyGuards {

    private MoneyGuards() {}

    static List<Guard> all(TariffedFees fees) {
        return Stream.concat(money(fees).stream(), objections().stream()).toList();
    }

    private static List<Guard> objections() {
        return List.of(
                onFile(
                        "objection-stands",
                        new Wording(
                                "مالک به محاسبه‌ای که هست اعتراض کرده است.",
                                "The owner objects to the assessment that stands."),
                        Objections::stands),
                onFile(
                        "assessment-not-upheld",
                        new Wording(
                                "به این محاسبه پیش‌تر اعتراض شده و محاسبه تایید شده است؛ اعتراض دوباره در منطقه نیست.",
                                "This assessment was upheld against an objection already; the district does not hear another one."),
                        file -> !Objections.isUpheld(file)),
                onEvidence(
                        "measures-differ",
                        new Wording(
                                "اصلاح، چیزی از مبنای محاسبه را تغییر می‌دهد.",
                                "The correction changes something of what the fees were computed from."),
                        MeasuresCorrection.class,
                        (file, given) -> given.changes(file)),
                onFile(
                        "objection-unanswered",
                        new Wording(
                                "اعتراض مالک به عوارض هنوز بی‌پاسخ است.",
                                "The owner's objection to the fees is still to be answered."),
                        Objections::isUnanswered),
                onFile(
                        "no-objection-unanswered",
                        new Wording(
                                "اعتراض مالک به عوارض پاسخ گرفته است: با اصلاح مبنای محاسبه، یا با رد آن و ذکر دلیل.",
                                "An objection to the fees is answered first: by correcting the measures, or by dismissing it with reasons."),
                        file -> !Objections.isUnanswered(file)),
                onEvidence(
                        "fees-as-before",
                        new Wording(
                                "همان محاسبه‌ای است که به آن اعتراض شده.",
                                "It is the very assessment that was objected to."),
                        FeeAssessment.class,
                        (file, given) -> file.latest("fee-assessment", FeeAssessment.class)
                                .filter(given::equals)
                                .isPresent()));
    }

    private static List<Guard> money(TariffedFees fees) {
        return List.of(
                onEvidence(
                        "by-the-tariff",
                        new Wording(
                                "هر قلم و مبلغ آن همان است که تعرفه روز برای این پرونده می‌گوید.",
                                "Every item and its amount is what the tariff of the day says for this file."),
                        FeeAssessment.class,
                        fees::isByTheTariff),
                onEvidence(
                        "slips-settled",
                        new Wording(
                                "فیش این محاسبه پرداخت و تایید شده، یا تقسیط شده و قسط نخست پرداخت شده است.",
                                "The slip of this assessment is paid and confirmed, or instalments are arranged and the first is paid."),
                        Payment.class,
                        MoneyGuards::settles),
                onFile(
                        "fees-on-settled-slips",
                        new Wording(
                                "مبلغ محاسبه‌شده بر فیش‌های تسویه‌شده آمده است.",
                                "What was assessed stands on settled slips."),
                        file -> assessed(file, MoneyGuards::isOnSlips)),
                onFile(
                        "fees-paid-in-full",
                        new Wording(
                                "همه مبلغ محاسبه‌شده، قسط‌ها هم، پرداخت و تایید شده است.",
                                "All that was assessed is paid and confirmed, instalments included."),
                        file -> assessed(file, MoneyGuards::isPaid)),
                onFile(
                        "nothing-outside-the-system",
                        new Wording(
                                "هیچ جزئی از عوارض بیرون از سامانه نیست: همه بر فیش تسویه‌شده آمده و تعرفه دفتر ثبت شده است.",
                                "No component stands outside the system: all are on a settled slip, and the office's fee is recorded."),
                        MoneyGuards::nothingOutside));
    }

    private static boolean settles(ProcessFile file, Payment given) {
        return account(file)
                .filter(SlipAccount::settled)
                .filter(account -> account.slipId().equals(given.slipId()))
                .filter(account -> account.totalRials() == given.amountRials())
                .isPresent();
    }

    private static boolean nothingOutside(ProcessFile file) {
        return assessed(file, MoneyGuards::isOnSlips) && officesFeeIsKnown(file);
    }

    /** Whether it holds of what the latest assessment asks for; of a file without one it does not. */
    private static boolean assessed(ProcessFile file, BiPredicate<ProcessFile, Long> holds) {
        return file.latest("fee-assessment", FeeAssessment.class)
                .filter(assessment -> holds.test(file, assessment.totalRials()))
                .isPresent();
    }

    /** The slip of an assessment that asks for no more than was paid before comes a moment after it. */
    private static boolean isOnSlips(ProcessFile file, long assessed) {
        boolean own = account(file)
                .filter(slip -> slip.settled() && slip.totalRials() == assessed)
                .isPresent();
        return own || isPaid(file, assessed);
    }

    /** So much was confirmed on the file's slips, instalments still to come not counted, and nobody gave it back. */
    static boolean isPaid(ProcessFile file, long rials) {
        return file.latest(SlipAccount.KIND, SlipAccount.class)
                .filter(slip -> slip.creditRials() + slip.confirmedRials() >= rials)
                .isPresent();
    }

    /** A permit's file is opened for a fee; other processes ask for none. */
    private static boolean officesFeeIsKnown(ProcessFile file) {
        return !file.process().equals(PermitProcess.NAME) || file.numberOf("office-fee") > 0;
    }

    /** What is known of the slip of the latest assessment; an older slip says nothing about it. */
    private static Optional<SlipAccount> account(ProcessFile file) {
        return file.latest(SlipAccount.KIND, SlipAccount.class)
                .filter(account -> account.assessment() == file.numberOf("fee-assessment"));
    }
}
