package ir.parvaneh.district.commission;

import static ir.parvaneh.process.Guard.onEvidence;
import static ir.parvaneh.process.Guard.onFile;

import ir.parvaneh.district.commission.CommissionEvidence.Decision;
import ir.parvaneh.district.commission.CommissionEvidence.Execution;
import ir.parvaneh.district.commission.CommissionEvidence.ExecutionStart;
import ir.parvaneh.district.commission.CommissionEvidence.FineAccount;
import ir.parvaneh.district.commission.CommissionEvidence.FineLine;
import ir.parvaneh.district.commission.CommissionEvidence.FinePayment;
import ir.parvaneh.district.commission.CommissionEvidence.Objection;
import ir.parvaneh.district.commission.CommissionEvidence.Seated;
import ir.parvaneh.district.commission.CommissionEvidence.Vote;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.process.Guard;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditions of article 100, each under its name in the table and with its sentence. */
final class Article100Guards {
    static final String FIRST = "first-decision";
    static final String REVIEW = "review-decision";
    /** Asked for where a fine is paid on a slip. */
    static final String PAID = "fine-slip-confirmed";

    private static final String PERIOD = "execution-period";
    private static final Wording PERIOD_OVER =
            say("مهلتی که کمیسیون داده گذشته است.", "The period the commission gave is over.");

    private Article100Guards() {}

    static List<Guard> all(CommissionPolicy policy) {
        return Stream.of(outcomes(), bench(policy), contents(policy), standing(), inForce(), execution())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Guard> outcomes() {
        return Stream.of(Outcome.values())
                .map(outcome -> decision(
                        "decides-" + outcome.wire(),
                        say("متن رای همین را می‌گوید.", "The drafted decision says just that: " + outcome.wire() + "."),
                        given -> given.outcome() == outcome))
                .toList();
    }

    private static List<Guard> bench(CommissionPolicy policy) {
        return List.of(
                decision(
                        "quorum-present",
                        say(
                                "جلسه رسمی است: همه کرسی‌ها پر و اعضای دارای رای، رای داده‌اند.",
                                "The bench is complete and its members have voted."),
                        given -> complete(given) && given.votes().size() >= policy.quorum()),
                decision(
                        "no-conflict",
                        say(
                                "هیچ‌یک از حاضران گزارش‌دهنده، مالک یا کناره‌گرفته نیست.",
                                "Nobody on the bench reported the violation, owns the plot or recused himself."),
                        given -> given.bench().stream().map(Seated::personId).noneMatch(given.barred()::contains)),
                decision(
                        "report-heard",
                        say("گزارش نماینده شهرداری شنیده شده است.", "The municipality's representative has reported."),
                        given -> given.reportedOn() != null),
                decision(
                        "majority-agrees",
                        say("اکثریت اعضا با رای موافق‌اند.", "The majority agrees with the drafted decision."),
                        given -> given.votes().stream().filter(Vote::agrees).count() >= policy.majority()));
    }

    private static boolean complete(Decision given) {
        Set<Seat> seats = given.bench().stream().map(Seated::seat).collect(Collectors.toSet());
        Set<String> people = given.bench().stream().map(Seated::personId).collect(Collectors.toSet());
        boolean full = seats.containsAll(List.of(Seat.values())) && people.size() == Seat.values().length;
        return full
                && given.votes().stream()
                        .allMatch(vote -> vote.seat().votes()
                                && given.bench().contains(new Seated(vote.seat(), vote.personId())));
    }

    private static List<Guard> contents(CommissionPolicy policy) {
        Fines fines = new Fines(policy);
        return List.of(
                decision(
                        "fine-by-the-formula",
                        say(
                                "جریمه از تبصره، ارزش معاملاتی، متراژ و ضریب مجاز به دست آمده است.",
                                "The fine follows from the note, the transactional value, the measure and an allowed multiplier."),
                        given -> !given.lines().isEmpty()
                                && given.lines().stream().allMatch(line -> follows(fines, given, line))
                                && sum(given) == given.fineRials()),
                decision(
                        "ground-given",
                        say("اصل نقض‌شده گفته شده است.", "It is said which principles are missing."),
                        given -> given.ground() != null),
                decision(
                        "period-within-law",
                        say("مهلت اجرا از دو ماه بیشتر نیست.", "The period given to the owner is two months at most."),
                        given -> given.periodDays() != null
                                && given.periodDays() >= 1
                                && given.periodDays() <= policy.longestPeriodDays()));
    }

    private static boolean follows(Fines fines, Decision given, FineLine line) {
        return fines.follows(line, given.valuedOn().equals("violation"));
    }

    private static long sum(Decision given) {
        return given.lines().stream().mapToLong(FineLine::amountRials).reduce(0, Math::addExact);
    }

    private static List<Guard> standing() {
        return List.of(
                onFile(
                        "not-decided-yet",
                        say("هنوز رایی صادر نشده است.", "Nothing has been decided yet."),
                        file -> file.numberOf(FIRST) == 0),
                onFile(
                        "no-demolition-for-safety",
                        say(
                                "قلع بنا به سبب نبود اصول فنی یا بهداشتی باید اجرا شود و به جریمه بدل نمی‌شود.",
                                "Demolition ordered for missing technical or health principles must be executed and never becomes a fine."),
                        file -> !orderedForSafety(file)),
                onFile(
                        "sanction-decided",
                        say("رای بدوی تخلف را احراز کرده است.", "The first decision found a violation."),
                        file -> decided(file, FIRST, outcome -> outcome != Outcome.NO_VIOLATION)),
                onFile(
                        "no-violation-decided",
                        say("رای بدوی به عدم تخلف است.", "The first decision found no violation."),
                        file -> decided(file, FIRST, outcome -> outcome == Outcome.NO_VIOLATION)),
                onFile(
                        "sanction-upheld",
                        say("رای تجدیدنظر تخلف را احراز کرده است.", "The review found a violation."),
                        file -> decided(file, REVIEW, outcome -> outcome != Outcome.NO_VIOLATION)),
                onFile(
                        "acquitted-in-review",
                        say("رای تجدیدنظر به عدم تخلف است.", "The review found no violation."),
                        file -> decided(file, REVIEW, outcome -> outcome == Outcome.NO_VIOLATION)));
    }

    private static List<Guard> inForce() {
        return List.of(
                onFile("fine-in-force", say("رای قطعی جریمه است.", "The final decision is a fine."), file -> inForce(
                                file)
                        .filter(one -> one.outcome() == Outcome.FINE)
                        .isPresent()),
                onFile(
                        "removal-in-force",
                        say(
                                "رای قطعی قلع بنا یا اعاده کاربری است.",
                                "The final decision is demolition or restored use."),
                        file -> inForce(file)
                                .filter(one -> one.outcome().removes())
                                .isPresent()),
                onEvidence(
                        "pays-the-fine",
                        say("مبلغ همان جریمه قطعی است.", "The amount is that of the final fine."),
                        FinePayment.class,
                        (file, given) -> inForce(file)
                                .filter(one -> one.fineRials() == given.amountRials())
                                .isPresent()),
                onFile(
                        PAID,
                        say(
                                "همه جریمه بر فیش آن پرداخت و تایید شده است.",
                                "All of the fine is paid and confirmed on its slip."),
                        Article100Guards::isPaid),
                onEvidence(
                        "objection-in-time",
                        say("اعتراض در مهلت رسیده است.", "The objection came within its ten days."),
                        Objection.class,
                        (file, given) -> !given.receivedAt().isAfter(file.main().dueAt())));
    }

    private static List<Guard> execution() {
        return List.of(
                onFile(
                        "in-execution-period",
                        say("مهلت اجرای مالک آغاز شده است.", "The owner's period to execute has begun."),
                        file -> file.main() != null && file.main().stage().equals(PERIOD)),
                onEvidence("granted-period-over", PERIOD_OVER, Execution.class, (file, given) -> given.executedOn()
                        .isAfter(lastDay(file))),
                onEvidence(
                        "granted-period-over-at-start",
                        PERIOD_OVER,
                        ExecutionStart.class,
                        (file, given) -> given.startedOn().isAfter(lastDay(file))));
    }

    /** The owner's last day. */
    static LocalDate lastDay(ProcessFile file) {
        int days = inForce(file).map(Decision::periodDays).orElse(0);
        return Stream.concat(
                        file.ledger().stream()
                                .filter(segment -> segment.stage().equals(PERIOD))
                                .map(ProcessFile.Segment::from),
                        Stream.ofNullable(file.main())
                                .filter(open -> open.stage().equals(PERIOD))
                                .map(ProcessFile.OpenStage::enteredAt))
                .findFirst()
                .map(from -> Tehran.dateOf(from).plusDays(days))
                .orElse(LocalDate.MAX);
    }

    /** The review's decision where there was a review, else the first. */
    static Optional<Decision> inForce(ProcessFile file) {
        return file.latest(REVIEW, Decision.class).or(() -> file.latest(FIRST, Decision.class));
    }

    /** A demolition for safety was ordered, by whichever instance [S61]; only a finding of no violation undoes it. */
    static boolean orderedForSafety(ProcessFile file) {
        return Stream.of(FIRST, REVIEW)
                .flatMap(kind -> file.latest(kind, Decision.class).stream())
                .anyMatch(Decision::orderedForSafety);
    }

    private static boolean isPaid(ProcessFile file) {
        return file.latest(FineAccount.KIND, FineAccount.class)
                .filter(account -> inForce(file)
                        .filter(decision -> account.pays(decision.fineRials()))
                        .isPresent())
                .isPresent();
    }

    private static boolean decided(ProcessFile file, String kind, Predicate<Outcome> outcome) {
        return file.latest(kind, Decision.class)
                .map(Decision::outcome)
                .filter(outcome)
                .isPresent();
    }

    private static Guard decision(String name, Wording sentence, Predicate<Decision> holds) {
        return onEvidence(name, sentence, Decision.class, (file, given) -> holds.test(given));
    }

    private static Wording say(String fa, String en) {
        return new Wording(fa, en);
    }
}
