package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.desk.Task;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.Violation;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.district.page.ViolationForm;
import ir.parvaneh.iran.Tehran;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens a docket by reference to a file. Pure; the file is as the district knows it. */
final class Referring {
    private static final int CREATED = 201;
    private static final int MOST_ITEMS = 30;
    private static final double LARGEST = 1_000_000;
    private static final Set<String> USAGES = Set.of("residential", "commercial", "industrial");
    private static final Set<String> KINDS =
            Set.of("area", "storeys", "units", "parking", "usage", "set-back", "without-permit", "technical");
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private final DocketJudge judge;
    private final CommissionPolicy policy;

    Referring(DocketJudge judge, CommissionPolicy policy) {
        this.judge = judge;
        this.policy = policy;
    }

    /** An expert refers. Codes: missing-field, too-many-items, value-not-allowed, day-impossible. */
    Verdict<Docket> refer(Page<Docket> page, String by, DistrictPage known, Referral asked, Instant now) {
        LocalDate today = Tehran.dateOf(now);
        Referral referral = asked.filledFrom(known.violation());
        return fault(referral, today)
                .<Verdict<Docket>>map(Verdict::refused)
                .orElseGet(() -> opened(page, facts(by, known, referral, today), now));
    }

    /**
     * The docket of a file that waits for it, from what the district knows. The file cannot be asked again, so this never
     * refuses: what is not known is left to be measured.
     */
    Verdict<Docket> open(Page<Docket> page, String applicationId, DistrictPage known, Task waiting, Instant now) {
        ViolationForm form = known.violation();
        LocalDate today = Tehran.dateOf(now);
        LocalDate referred = Tehran.dateOf(waiting.work().enteredAt());
        String by = known.leftBy() == null ? form.reportedBy() : known.leftBy();
        FileRegistered file = known.file();
        var facts = new DocketFacts(
                applicationId,
                file.ownerId(),
                file.renovationCode(),
                file.districtNo(),
                by,
                reporter(form, by),
                referred,
                form.stoppedOn(),
                isLate(form.stoppedOn(), referred),
                new Paper(form.form().kind(), form.form().digest(), form.form().pages()),
                form.items().stream()
                        .map(item -> found(item, known.usage(), form.foundOn(), today))
                        .toList(),
                waiting.opening());
        return opened(page, facts, now);
    }

    /** Whoever refers is named once. */
    private static String reporter(ViolationForm form, String by) {
        String reporter = form.reportedBy();
        return reporter == null || reporter.equals(by) || !People.isOpaque(reporter) ? null : reporter;
    }

    private Violation found(ViolationForm.Item item, String usage, LocalDate foundOn, LocalDate today) {
        LocalDate day = foundOn.isAfter(today) ? today : foundOn.isBefore(EARLIEST) ? EARLIEST : foundOn;
        return new Violation(item.kind(), policy.countedAs(usage), believable(item.excess()), null, day);
    }

    /** A form takes any figure. What no building differs by counts as not measured. */
    private static double believable(double excess) {
        return excess <= LARGEST ? excess : 0;
    }

    private Verdict<Docket> opened(Page<Docket> page, DocketFacts facts, Instant now) {
        DocketJudge.Moved opened = judge.open(page, facts, now);
        return Verdict.changed(
                opened.docket(), opened.events(), CREATED, opened.docket().changed());
    }

    private boolean isLate(LocalDate stopped, LocalDate referred) {
        return stopped != null && referred.isAfter(stopped.plusDays(policy.referralDaysAfterStop()));
    }

    private static Optional<Refusal> fault(Referral referral, LocalDate today) {
        if (referral.form() == null || referral.items().isEmpty()) {
            return Optional.of(Refusals.at("missing-field", referral.form() == null ? "/form" : "/items"));
        }
        if (referral.reportedBy() != null && !People.isOpaque(referral.reportedBy())) {
            return Optional.of(Refusals.at("value-not-allowed", "/reportedBy"));
        }
        if (referral.stoppedOn() != null && referral.stoppedOn().isAfter(today)) {
            return Optional.of(Refusals.at("day-impossible", "/stoppedOn"));
        }
        return fault(referral.items(), today);
    }

    /** Codes: missing-field, too-many-items, value-not-allowed, day-impossible. */
    static Optional<Refusal> fault(List<Referral.Item> items, LocalDate today) {
        if (items.isEmpty()) {
            return Optional.of(Refusals.at("missing-field", "/items"));
        }
        if (items.size() > MOST_ITEMS) {
            return Optional.of(new Refusal("too-many-items", Map.of("most", MOST_ITEMS)));
        }
        for (int i = 0; i < items.size(); i++) {
            Referral.Item item = items.get(i);
            if (item.violatedOn().isAfter(today) || item.violatedOn().isBefore(EARLIEST)) {
                return Optional.of(Refusals.at("day-impossible", "/items/" + i + "/violatedOn"));
            }
            Optional<String> wrong = wrong(item);
            if (wrong.isPresent()) {
                return Optional.of(Refusals.at("value-not-allowed", "/items/" + i + "/" + wrong.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(Referral.Item item) {
        if (!KINDS.contains(item.kind())) {
            return Optional.of("kind");
        }
        if (!USAGES.contains(item.usage())) {
            return Optional.of("usage");
        }
        if (!(item.excess() > 0 && item.excess() <= LARGEST)) {
            return Optional.of("excess");
        }
        boolean noMoney = item.keyMoneyRials() != null && (item.keyMoneyRials() < 0 || item.keyMoneyRials() > 1L << 52);
        return noMoney ? Optional.of("keyMoneyRials") : Optional.empty();
    }

    private DocketFacts facts(String by, DistrictPage known, Referral referral, LocalDate today) {
        FileRegistered file = known.file();
        return new DocketFacts(
                referral.applicationId(),
                file.ownerId(),
                file.renovationCode(),
                file.districtNo(),
                by,
                referral.reportedBy(),
                today,
                referral.stoppedOn(),
                isLate(referral.stoppedOn(), today),
                referral.form(),
                referral.items().stream().map(Referral.Item::told).toList(),
                answeredBy(referral.form(), known));
    }

    /** The stage that waits is answered by what is heard of its own form, and by no other. */
    private static Long answeredBy(Paper form, DistrictPage known) {
        ViolationForm referred = known.violation();
        boolean another = referred != null && !referred.form().digest().equals(form.digest());
        return another ? null : known.waitsForCommission().map(Task::opening).orElse(null);
    }
}
