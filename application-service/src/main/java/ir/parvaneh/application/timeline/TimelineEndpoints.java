package ir.parvaneh.application.timeline;

import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileDoor;
import ir.parvaneh.application.file.FileJudge;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Event;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code …/timeline} and {@code …/clock} of a file, for whoever sees the file. */
@RestController
final class TimelineEndpoints {

    private final FileDoor door;
    private final Pages<ApplicationFile> files;
    private final FileJudge judge;
    private final Clocks clocks;
    private final Cursors cursors;
    private final CityClock clock;

    TimelineEndpoints(
            FileDoor door,
            Pages<ApplicationFile> files,
            FileJudge judge,
            Clocks clocks,
            Cursors cursors,
            CityClock clock) {
        this.door = door;
        this.files = files;
        this.judge = judge;
        this.clocks = clocks;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GetMapping("/v1/applications/{id}/timeline")
    Mono<Slice<Moment>> timeline(
            @PathVariable String id,
            Caller caller,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int most = limit == null ? Slice.LARGEST : Slice.limit(limit);
        String query = "timeline " + id;
        String after = cursors.read(query, cursor);
        long from = after == null ? 1 : Long.parseLong(after) + 1;
        return door.seen(id, caller).flatMap(file -> files.events(id, from, most + 1)
                .collectList()
                .map(events -> Slice.of(
                        events,
                        most,
                        new Moments(judge.tableOf(file))::of,
                        last -> cursors.write(query, number(last)))));
    }

    @GetMapping("/v1/applications/{id}/clock")
    Mono<ClockView> clock(@PathVariable String id, Caller caller) {
        return door.seen(id, caller).map(file -> clocks.at(file, clock.now()));
    }

    private static String number(Event event) {
        return Long.toString(event.number());
    }
}
