package ir.parvaneh.application.search;

import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.application.file.ApplicationFile;
import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.application.file.Sight;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds files by the fields they are kept with. */
final class FileLists {

    private static final int REPRESENTED = 500;

    private final Pages<ApplicationFile> files;
    private final MongoCollection<Document> parties;

    FileLists(Pages<ApplicationFile> files, MongoCollection<Document> parties) {
        this.files = files;
        this.parties = parties;
    }

    /** At most that many files behind the cursor, in the order of the search. */
    Mono<List<ApplicationFile>> list(Caller caller, FileSearch search, String after, int most) {
        Scope scope = Scope.of(caller);
        Document fields = search.fields();
        Document places = search.places(after);
        Mono<List<ApplicationFile>> own = scope.bind(new Document(fields))
                .map(bound -> find(bound, places, search, most))
                .orElse(Mono.just(List.of()));
        return scope.represents()
                ? own.zipWith(represented(caller, fields, places, search, most), (a, b) -> merged(a, b, search, most))
                : own;
    }

    /** Files in which the caller, or whom he acts for, holds an open stage. */
    Flux<ApplicationFile> awaiting(Caller caller, int most) {
        Flux<ApplicationFile> own = files.query(new Document(FilePages.AWAITS, caller.personId()), new Document(), most)
                .map(Page::body);
        Flux<ApplicationFile> others = idsRepresented(caller)
                .flatMapMany(ids -> ids.isEmpty()
                        ? Flux.empty()
                        : files.query(new Document("_id", new Document("$in", ids)), new Document(), most))
                .map(Page::body)
                .filter(file -> Sight.actsForOwner(caller, file) && file.awaitsOwner());
        return own.concatWith(others).take(most);
    }

    private Mono<List<ApplicationFile>> find(Document fields, Document places, FileSearch search, int most) {
        if (places != null) {
            fields.append(FilePages.PLACE, places);
        }
        return files.query(fields, search.order(), most)
                .map(Page::body)
                .filter(ApplicationFile::exists)
                .collectList();
    }

    private Mono<List<ApplicationFile>> represented(
            Caller caller, Document fields, Document places, FileSearch search, int most) {
        return idsRepresented(caller).flatMap(ids -> {
            Document of = new Document("_id", new Document("$in", ids));
            of.putAll(fields);
            return ids.isEmpty()
                    ? Mono.just(List.<ApplicationFile>of())
                    : find(of, places, search, most).map(found -> found.stream()
                            .filter(file -> Sight.actsForOwner(caller, file))
                            .toList());
        });
    }

    private Mono<List<String>> idsRepresented(Caller caller) {
        return Flux.from(parties.find(new Document("personId", caller.personId()))
                        .limit(REPRESENTED)
                        .batchSize(REPRESENTED))
                .filter(row -> row.getBoolean("acts", false))
                .map(row -> row.getString("applicationId"))
                .collectList();
    }

    private static List<ApplicationFile> merged(
            List<ApplicationFile> own, List<ApplicationFile> others, FileSearch search, int most) {
        Comparator<ApplicationFile> byPlace = Comparator.comparing(FileLists::place);
        return Stream.concat(own.stream(), others.stream())
                .sorted(search.oldestFirst() ? byPlace : byPlace.reversed())
                .limit(most)
                .toList();
    }

    static String place(ApplicationFile file) {
        return FilePages.place(file.changedAt(), file.id());
    }
}
