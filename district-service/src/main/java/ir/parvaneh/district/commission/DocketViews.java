package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.contracts.EvidenceSchema;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.district.commission.CommissionEvidence.Decision;
import ir.parvaneh.district.commission.CommissionEvidence.FineAccount;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessFile.OpenStage;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.WhatNow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shows dockets. Drafts and votes are for those who deliberate, until the decision tells them. */
final class DocketViews {
    private final DocketJudge judge;

    DocketViews(DocketJudge judge) {
        this.judge = judge;
    }

    /** The docket as this caller sees it; whether he may is not asked here. */
    DocketView of(Docket docket, Caller caller) {
        ProcessFile process = docket.process();
        Optional<OpenStage> open = Optional.ofNullable(process.main());
        Sitting sitting = docket.sitting();
        boolean inside = DocketSight.deliberates(caller, docket);
        return new DocketView(
                docket.id(),
                docket.facts().applicationId(),
                docket.facts().ownerId(),
                docket.facts().renovationCode(),
                docket.facts().districtNo(),
                process.process(),
                process.edition(),
                docket.facts(),
                docket.stage(),
                stageTitle(docket),
                open.map(stage -> stage.holder().wire()).orElse(null),
                open.map(OpenStage::enteredAt).orElse(null),
                open.map(OpenStage::dueAt).orElse(null),
                sitting.heldOn(),
                sitting.bench(),
                sitting.recused(),
                sitting.reportedOn(),
                inside ? sitting.draft() : null,
                inside ? sitting.votes() : List.of(),
                docket.statements(),
                process.latest(Article100Guards.FIRST, Decision.class).orElse(null),
                process.latest(Article100Guards.REVIEW, Decision.class).orElse(null),
                process.latest(FineAccount.KIND, FineAccount.class)
                        .map(DocketViews::fine)
                        .orElse(null),
                executeBy(process),
                process.hasEnded() ? docket.stage() : null,
                actions(docket, caller),
                docket.changedAt(),
                docket.changed());
    }

    DocketView.Line line(Docket docket) {
        return new DocketView.Line(
                docket.id(),
                docket.facts().applicationId(),
                docket.facts().renovationCode(),
                docket.facts().districtNo(),
                docket.stage(),
                stageTitle(docket),
                Optional.ofNullable(docket.process().main())
                        .map(OpenStage::dueAt)
                        .orElse(null),
                docket.sitting().heldOn(),
                docket.changedAt(),
                docket.changed());
    }

    private Titles stageTitle(Docket docket) {
        ProcessTable table = judge.tableOf(docket);
        return Refusals.titles(
                docket.process().hasEnded()
                        ? table.ends().get(docket.stage())
                        : table.stageOf(docket.process().main()).title());
    }

    private static DocketView.FineView fine(FineAccount account) {
        return new DocketView.FineView(
                account.slipId(),
                account.totalRials(),
                account.confirmedRials(),
                account.pays(account.totalRials()),
                account.reference());
    }

    private static LocalDate executeBy(ProcessFile process) {
        LocalDate last = Article100Guards.lastDay(process);
        return last.equals(LocalDate.MAX) ? null : last;
    }

    private List<DocketView.ActionView> actions(Docket docket, Caller caller) {
        ProcessTable table = judge.tableOf(docket);
        return WhatNow.of(table, docket.process(), DocketSight.actor(caller, docket)).stream()
                .map(possible -> action(table, possible))
                .toList();
    }

    private static DocketView.ActionView action(ProcessTable table, WhatNow.Possibility possible) {
        Titles why = possible.closed() == null
                ? null
                : Refusals.titles(possible.closed().sentence());
        return new DocketView.ActionView(
                possible.action(),
                Refusals.titles(possible.title()),
                why == null,
                why,
                possible.signedBy().size() > 1 ? null : schema(table, possible.evidence()),
                possible.reasonsRequired());
    }

    private static EvidenceSchema schema(ProcessTable table, String kind) {
        return Optional.ofNullable(kind)
                .flatMap(table.catalogue()::kind)
                .map(known -> new EvidenceSchema(known.name(), known.digest()))
                .orElse(null);
    }
}
