package ir.parvaneh.application.requests;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.application.file.Heard;
import ir.parvaneh.application.file.Request;
import ir.parvaneh.application.file.Ruling;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Verdict;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Reaction;
import ir.parvaneh.contracts.Ended;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.process.Exhibit;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A permit reads the applications about it: that they were filed, what they tell it, how they ended. */
final class RequestReaction implements Reaction<ApplicationFile> {

    private static final Set<String> WORDS = Set.of("file-registered", "ended", "permit-informed");

    private final FileJudge judge;
    private final CityClock clock;

    RequestReaction(FileJudge judge, CityClock clock) {
        this.judge = judge;
        this.clock = clock;
    }

    /** What a permit is told, with its evidence as the kernel reads it. */
    private record Told(String process, String word, Exhibit evidence, Instant at) {}

    @Override
    public String pageOf(Incoming event) {
        return RequestIds.permitOf(event.aggregate());
    }

    @Override
    public boolean matters(Incoming event) {
        return WORDS.contains(event.type());
    }

    @Override
    public Verdict<ApplicationFile> apply(Page<ApplicationFile> page, Incoming event) {
        if (!page.body().exists()) {
            return Verdict.unchanged();
        }
        return switch (event.type()) {
            case "file-registered" -> filed(page, event);
            case "ended" -> ended(page, event);
            case "permit-informed" -> told(page, event);
            default -> Verdict.unchanged();
        };
    }

    private Verdict<ApplicationFile> filed(Page<ApplicationFile> page, Incoming event) {
        String type = event.as(FileRegistered.class).requestType();
        Request filed = new Request(event.aggregate(), type, event.at(), null, null);
        return changed(page, page.body().knowing(filed).owingRequests(page.version() + 1));
    }

    private Verdict<ApplicationFile> ended(Page<ApplicationFile> page, Incoming event) {
        Ended end = event.as(Ended.class);
        return page.body()
                .request(event.aggregate())
                .map(request -> knowing(page, request.ended(end.outcome(), end.at())))
                .orElseGet(Verdict::unchanged);
    }

    private Verdict<ApplicationFile> knowing(Page<ApplicationFile> page, Request request) {
        return changed(page, page.body().knowing(request));
    }

    /** What happened between the reading and the filing of an application is told to it, too. */
    private Verdict<ApplicationFile> changed(Page<ApplicationFile> page, ApplicationFile permit) {
        return Verdict.changed(permit.touched(page.version() + 1, clock.now()), List.of());
    }

    private Verdict<ApplicationFile> told(Page<ApplicationFile> page, Incoming event) {
        Told told = event.as(Told.class);
        Heard heard = new Heard(event.aggregate(), told.process(), told.word(), told.evidence(), told.at());
        Ruling.Moved moved = judge.hear(page, heard, clock.now());
        return Verdict.changed(moved.file(), moved.events());
    }
}
