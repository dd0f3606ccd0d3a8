package ir.parvaneh.application.file;

import ir.parvaneh.application.file.FileView.ActionView;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.contracts.EvidenceSchema;
import ir.parvaneh.contracts.Titles;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.EvidenceKind;
import ir.parvaneh.process.Holder;
import ir.parvaneh.process.ProcessFile;
import ir.parvaneh.process.ProcessTable;
import ir.parvaneh.process.WhatNow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shows files: what is stored, and what follows from it at this moment. */
public final class FileViews {

    private final FileJudge judge;
    private final TermCalendar calendar;
    private final CityClock clock;

    public FileViews(FileJudge judge, TermCalendar calendar, CityClock clock) {
        this.judge = judge;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The file as this caller sees it; whether he may is not asked here. */
    public FileView of(ApplicationFile file, Caller caller) {
        Facts facts = file.facts();
        ProcessFile process = file.process();
        Optional<ProcessFile.OpenStage> deciding = ClockLedger.decidingNow(process);
        return new FileView(
                file.id(),
                facts.requestType(),
                process.process(),
                process.edition(),
                facts.districtNo(),
                file.officeId(),
                facts.officeWish(),
                facts.renovationCode(),
                facts.trackingCode(),
                facts.ownerId(),
                facts.permitId(),
                file.requests(),
                process.begunAt(),
                file.filedAt(),
                file.stage(),
                stageTitle(file),
                open(file),
                deciding.map(stage -> stage.holder().wire()).orElse(null),
                deciding.map(ProcessFile.OpenStage::enteredAt).orElse(null),
                deciding.map(ProcessFile.OpenStage::dueAt).orElse(null),
                promisedOn(file),
                file.outcome(),
                actions(file, caller),
                file.representatives(),
                file.lastRefusal(),
                file.changedAt(),
                file.changed());
    }

    /** The title of the stage the file is in, or of its outcome. */
    public Titles stageTitle(ApplicationFile file) {
        ProcessTable table = judge.tableOf(file);
        return file.process().hasEnded()
                ? Refusals.titles(table.ends().getOrDefault(file.outcome(), table.title()))
                : Refusals.titles(table.stageOf(file.process().main()).title());
    }

    public LocalDate promisedOn(ApplicationFile file) {
        Instant promised = ClockLedger.promisedAt(judge.tableOf(file), file.process(), clock.now(), calendar);
        return calendar.dayOf(promised);
    }

    /** The open stages held by somebody: a main line that waits for tracks is shown as well. */
    public List<FileView.OpenStage> open(ApplicationFile file) {
        ProcessTable table = judge.tableOf(file);
        return file.process().open().stream()
                .map(open -> new FileView.OpenStage(
                        open.opening(),
                        open.track(),
                        open.stage(),
                        Refusals.titles(table.stageOf(open).title()),
                        open.holder().wire(),
                        open.agency(),
                        open.enteredAt(),
                        open.dueAt()))
                .toList();
    }

    /** The open stages the owner holds. */
    public List<FileView.OpenStage> ownersStages(ApplicationFile file) {
        return open(file).stream()
                .filter(open -> open.holder().equals(Holder.OWNER.wire()))
                .toList();
    }

    private List<ActionView> actions(ApplicationFile file, Caller caller) {
        ProcessTable table = judge.tableOf(file);
        return WhatNow.of(table, file.process(), Sight.actor(caller, file)).stream()
                .map(possible -> action(table, possible))
                .toList();
    }

    private static ActionView action(ProcessTable table, WhatNow.Possibility possible) {
        Titles why = possible.closed() == null
                ? null
                : Refusals.titles(possible.closed().sentence());
        return new ActionView(
                possible.action(),
                Refusals.titles(possible.title()),
                possible.opening(),
                why == null,
                why,
                schema(table, possible.evidence()),
                possible.reasonsRequired(),
                possible.presence());
    }

    private static EvidenceSchema schema(ProcessTable table, String kind) {
        return kind == null
                ? null
                : table.catalogue()
                        .kind(kind)
                        .map(EvidenceKind::digest)
                        .map(digest -> new EvidenceSchema(kind, digest))
                        .orElseThrow();
    }
}
