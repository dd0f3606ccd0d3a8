package ir.parvaneh.application.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FileView;
import ir.parvaneh.application.file.FileViews;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.FeedPlace;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/applications} as a list, and {@code /v1/me/todo}. */
@RestController
final class SearchEndpoints {

    private static final int TODO_MOST = 200;

    private final FileLists lists;
    private final FileViews views;
    private final Cursors cursors;
    private final CityClock clock;

    SearchEndpoints(FileLists lists, FileViews views, Cursors cursors, CityClock clock) {
        this.lists = lists;
        this.views = views;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** An open stage that waits for the caller. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Todo(String applicationId, String renovationCode, FileView.OpenStage task, Instant dueAt, long version) {}

    @GetMapping("/v1/applications")
    Mono<FileSlice> search(
            Caller caller,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String outcome,
            @RequestParam(required = false) Integer district,
            @RequestParam(required = false) String office,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String changedSince,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        FileSearch search = FileSearch.of(stage, outcome, district, office, q, changedSince);
        int most = Slice.limit(limit);
        String query = caller.personId() + search;
        String place = cursors.read(query, cursor);
        FeedPlace from = place == null ? FeedPlace.beginning(clock.now()) : FeedPlace.of(place);
        return lists.list(caller, search, from.after(), most + 1)
                .map(found -> Slice.of(
                        found,
                        most,
                        file -> FileLine.of(file, views),
                        file -> cursors.write(query, from.behind(FileLists.place(file)))))
                .map(slice -> slice(slice, search, from));
    }

    private static FileSlice slice(Slice<FileLine> slice, FileSearch search, FeedPlace from) {
        boolean end = slice.nextCursor() == null && search.oldestFirst();
        return new FileSlice(slice.items(), slice.nextCursor(), end ? from.nextSince() : null);
    }

    @GetMapping("/v1/me/todo")
    Mono<Slice<Todo>> todo(Caller caller) {
        if (!caller.hasRole(Sight.CITIZEN)) {
            return Mono.error(new Refused("forbidden"));
        }
        Comparator<Todo> byDue = Comparator.comparing(Todo::dueAt, Comparator.nullsLast(Comparator.naturalOrder()));
        return lists.awaiting(caller, TODO_MOST)
                .flatMapIterable(this::todos)
                .sort(byDue)
                .collectList()
                .map(items -> new Slice<>(items, null));
    }

    private List<Todo> todos(ApplicationFile file) {
        return views.ownersStages(file).stream()
                .map(open -> new Todo(file.id(), file.facts().renovationCode(), open, open.dueAt(), file.changed()))
                .toList();
    }
}
