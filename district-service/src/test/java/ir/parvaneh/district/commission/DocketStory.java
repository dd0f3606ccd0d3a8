package ir.parvaneh.district.commission;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.refusal.Refusal;
import ir.parvaneh.chassis.store.NewEvent;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.Reason;
import ir.parvaneh.district.commission.CommissionEvidence.FineAccount;
import ir.parvaneh.district.commission.Sittings.Asked;
import ir.parvaneh.district.page.DistrictPage;
import ir.parvaneh.iran.Tehran;
import ir.parvaneh.iran.WorkingCalendar;
import ir.parvaneh.process.ProcessFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One docket, told step by step; every step must be accepted unless it says that it is refused. */
final class DocketStory {
    static final Article100 ARTICLE = Article100.load();
    static final Commission COMMISSION = Commission.of(ARTICLE, WorkingCalendar.official());
    static final Paper PAPER = new Paper("minutes", "ab".repeat(32), 2);
    static final Caller EXPERT = new Caller("expert", Set.of("district-expert"), null, 7, null);
    static final Caller INCOME = new Caller("income", Set.of("district-income-expert"), null, 7, null);
    static final Caller OWNER = new Caller("owner", Set.of("citizen"), null, null, null);
    static final Caller SECRETARY = new Caller("secretary", Set.of("commission-secretary"), null, null, null);
    static final DistrictPage FILE =
            DistrictPage.of(new FileRegistered("owner", "PERMIT_NEW_BUILD", "7-1-12-4-0-0-0", 7, null, "tracking"));

    final List<NewEvent> told = new ArrayList<>();
    Page<Docket> page = new Page<>("file-1.d1", 0, 0, Docket.blank("file-1.d1"));
    Instant now = Instant.parse("2025-05-03T06:30:00Z");

    static Caller member(int panel, Seat seat) {
        return new Caller(seat.wire() + "-" + panel, Set.of(seat.role()), null, null, null);
    }

    static Referral.Item area(double excess, String violatedOn) {
        return new Referral.Item("area", "residential", excess, null, LocalDate.parse(violatedOn));
    }

    static DocketStory referred(Referral.Item... items) {
        DocketStory story = new DocketStory();
        return story.accepts(story.refer(referral(null, items)));
    }

    /** A docket that was begun before fines were paid on slips. */
    static DocketStory underTheFirstEdition(Referral.Item... items) {
        DocketStory story = referred(items);
        var first = ARTICLE.editions().getFirst();
        ProcessFile begun = story.docket().process();
        ProcessFile old = new ProcessFile(
                begun.process(),
                first.edition(),
                first.hash(),
                begun.number(),
                begun.begunAt(),
                begun.main(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                begun.rounds(),
                null,
                null);
        story.page = new Page<>(
                story.page.id(),
                story.page.version(),
                story.page.number(),
                story.docket().moved(old));
        return story;
    }

    static Referral referral(LocalDate stoppedOn, Referral.Item... items) {
        return new Referral("file-1", "inspector", stoppedOn, PAPER, List.of(items), null);
    }

    Verdict<Docket> refer(Referral referral) {
        return COMMISSION.referring().refer(page, EXPERT.personId(), FILE, referral, now);
    }

    DocketStory accepts(Verdict<Docket> verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Changed.class);
        if (verdict instanceof Verdict.Changed<Docket>(var docket, var events, int status, Long etag)) {
            page = new Page<>(page.id(), page.version() + 1, page.number() + events.size(), docket);
            told.addAll(events);
            assertThat(docket.changed()).isEqualTo(page.version());
        }
        return this;
    }

    Refusal refuses(Verdict<Docket> verdict) {
        if (verdict instanceof Verdict.Refused<Docket>(Refusal why)) {
            return why;
        }
        throw new AssertionError("accepted, though it should not be: " + verdict);
    }

    Docket docket() {
        return page.body();
    }

    String stage() {
        return docket().stage();
    }

    LocalDate today() {
        return Tehran.dateOf(now);
    }

    Asked by(Caller caller) {
        return new Asked(page, caller, Optional.empty(), now);
    }

    Verdict<Docket> tries(Caller caller, String action, Map<String, Object> evidence) {
        return COMMISSION.acting().act(by(caller), new DocketAction(action, json(evidence), List.of()));
    }

    private static tools.jackson.databind.JsonNode json(Map<String, Object> evidence) {
        return evidence == null ? null : Shape.json().valueToTree(evidence);
    }

    DocketStory does(Caller caller, String action, Map<String, Object> evidence) {
        return accepts(tries(caller, action, evidence));
    }

    DocketStory because(Caller caller, String action) {
        var reasons = List.of(new ir.parvaneh.process.Reason("found", "the wall still stands"));
        return accepts(COMMISSION.acting().act(by(caller), new DocketAction(action, null, reasons)));
    }

    Map<String, Object> service() {
        return Map.of("servedOn", today().toString(), "method", "electronic", "receipt", PAPER);
    }

    static Map<String, Object> photos(String day, LocalDate on) {
        return Map.of(day, on.toString(), "photos", List.of(PAPER));
    }

    DocketStory after(int days) {
        now = now.plus(Duration.ofDays(days));
        return this;
    }

    /** The clock looks; true when it had something to say. */
    boolean clock() {
        Verdict<Docket> verdict = COMMISSION.terms().speak(page, now);
        if (verdict instanceof Verdict.Changed<Docket>) {
            accepts(verdict);
            return true;
        }
        return false;
    }

    Verdict<Docket> defends() {
        return COMMISSION.defending().defend(by(OWNER), new Defending.Explanation(List.of(PAPER)));
    }

    Verdict<Docket> schedules(int panel) {
        return schedules(today(), "judge-" + panel, "council-" + panel, "interior-" + panel, "municipal-" + panel);
    }

    Verdict<Docket> schedules(LocalDate day, String judge, String council, String interior, String municipal) {
        return COMMISSION
                .sittings()
                .schedule(by(SECRETARY), new SittingRequests.Hearing(day, judge, council, interior, municipal));
    }

    Verdict<Docket> reports(int panel) {
        return COMMISSION.sittings().report(by(member(panel, Seat.MUNICIPAL)));
    }

    Verdict<Docket> drafts(Outcome outcome, Ground ground, Integer days, Integer... multipliers) {
        var draft = new SittingRequests.Draft(outcome, ground, days, List.of(multipliers), PAPER);
        return COMMISSION.sittings().draft(by(SECRETARY), draft);
    }

    Verdict<Docket> votes(Caller member, boolean agrees) {
        return COMMISSION.sittings().vote(by(member), new SittingRequests.Ballot(agrees));
    }

    Verdict<Docket> recuses(Caller caller, String personId) {
        var reason = new Reason("kinship", "a relative has a share in the plot");
        return COMMISSION.sittings().recuse(by(caller), new SittingRequests.Recusal(personId, reason));
    }

    Verdict<Docket> pronounces(int panel, String action) {
        return tries(member(panel, Seat.JUDGE), action, null);
    }

    DocketStory toHearing() {
        return does(SECRETARY, "serve-notice", service()).accepts(defends());
    }

    /** A hearing of a panel with its report, a draft and the votes of judge, council and interior. */
    DocketStory hears(int panel, Outcome outcome, Ground ground, Integer days, Integer... multipliers) {
        return accepts(schedules(panel))
                .accepts(reports(panel))
                .accepts(drafts(outcome, ground, days, multipliers))
                .votesOf(panel, true, true, true);
    }

    DocketStory votesOf(int panel, boolean judge, boolean council, boolean interior) {
        return accepts(votes(member(panel, Seat.JUDGE), judge))
                .accepts(votes(member(panel, Seat.COUNCIL), council))
                .accepts(votes(member(panel, Seat.INTERIOR), interior));
    }

    DocketStory decides(int panel, Outcome outcome, Ground ground, Integer days, Integer... multipliers) {
        boolean inReview = docket().inReview();
        return hears(panel, outcome, ground, days, multipliers).accepts(pronounces(panel, outcome.action(inReview)));
    }

    /** Served, and ten days without an objection. */
    DocketStory stands() {
        does(SECRETARY, "serve-decision", service()).after(14);
        assertThat(clock()).isTrue();
        return this;
    }

    DocketStory objects() {
        return does(SECRETARY, "serve-decision", service())
                .does(OWNER, "object", Map.of("grounds", "facts", "papers", List.of(PAPER)));
    }

    long fine() {
        return Article100Guards.inForce(docket().process()).orElseThrow().fineRials();
    }

    /** The docket learns how its fine's slip stands; nobody who is about to act is overtaken by that. */
    DocketStory learns(long totalRials, long confirmedRials) {
        var account = new FineAccount(page.id() + "-fine", totalRials, confirmedRials, "reference-1");
        long seen = docket().changed();
        switch (COMMISSION.judge().learn(page, FineAccount.KIND, account, now)) {
            case DocketJudge.Moved(var docket, var events) -> {
                page = new Page<>(page.id(), page.version() + 1, page.number() + events.size(), docket);
                told.addAll(events);
            }
            case DocketJudge.Refused refused -> throw new AssertionError("learns nothing: " + refused);
        }
        assertThat(docket().changed()).isEqualTo(seen);
        return this;
    }

    DocketStory pays() {
        return learns(fine(), fine()).does(OWNER, "pay-fine", null);
    }

    List<String> types() {
        return told.stream().map(NewEvent::type).toList();
    }

    Object last(String type) {
        return told.stream()
                .filter(event -> event.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow()
                .data();
    }
}
