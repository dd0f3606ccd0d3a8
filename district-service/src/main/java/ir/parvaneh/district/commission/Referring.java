package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.district.page.DistrictPage;
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

    /** Codes: missing-field, too-many-items, value-not-allowed, day-impossible. */
    Verdict<Docket> refer(Page<Docket> page, String by, DistrictPage known, Referral asked, Instant now) {
        LocalDate today = Tehran.dateOf(now);
        FileRegistered file = known.file();
        Referral referral = asked.filledFrom(known.violation());
        return fault(referral, today).<Verdict<Docket>>map(Verdict::refused).orElseGet(() -> {
            DocketJudge.Moved opened = judge.open(page, facts(by, file, referral, today), now);
            return Verdict.changed(
                    opened.docket(), opened.events(), CREATED, opened.docket().changed());
        });
    }

    private static Optional<Refusal> fault(Referral referral, LocalDate today) {
        if (referral.form() == null || referral.items().isEmpty()) {
            return Optional.of(Refusals.at("missing-field", referral.form() == null ? "/form" : "/items"));
        }
        if (referral.items().size() > MOST_ITEMS) {
            return Optional.of(new Refusal("too-many-items", Map.of("most", MOST_ITEMS)));
        }
        if (referral.reportedBy() != null && !People.isOpaque(referral.reportedBy())) {
            return Optional.of(Refusals.at("value-not-allowed", "/reportedBy"));
        }
        if (referral.stoppedOn() != null && referral.stoppedOn().isAfter(today)) {
            return Optional.of(Refusals.at("day-impossible", "/stoppedOn"));
        }
        return itemFault(referral.items(), today);
    }

    private static Optional<Refusal> itemFault(List<Referral.Item> items, LocalDate today) {
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

    private DocketFacts facts(String by, FileRegistered file, Referral referral, LocalDate today) {
        LocalDate stopped = referral.stoppedOn();
        boolean late = stopped != null && today.isAfter(stopped.plusDays(policy.referralDaysAfterStop()));
        return new DocketFacts(
                referral.applicationId(),
                file.ownerId(),
                file.renovationCode(),
                file.districtNo(),
                by,
                referral.reportedBy(),
                today,
                stopped,
                late,
                referral.form(),
                referral.items().stream().map(Referral.Item::told).toList());
    }
}
