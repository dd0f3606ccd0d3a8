package ir.parvaneh.notification.message;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import ir.parvaneh.chassis.clock.CityClock;
import ir.parvaneh.chassis.identity.Caller;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.web.Commands;
import ir.parvaneh.chassis.web.Cursors;
import ir.parvaneh.chassis.web.Language;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.chassis.web.Slice;
import org.bson.Document;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A person's inbox, newest first, in the language the reader asks for. */
@RestController
@RequestMapping("/v1/me/messages")
public final class MessageEndpoints {
    private final MongoCollection<Document> messages;
    private final Cursors cursors;
    private final Commands commands;
    private final CityClock clock;
    private final Templates templates = Templates.load();

    /** A message as it is read; readAt is null until it was. */
    public record Message(
            String id, String applicationId, String at, String kind, String subject, String text, String readAt) {}

    public MessageEndpoints(MongoCollection<Document> messages, Cursors cursors, Commands commands, CityClock clock) {
        this.messages = messages;
        this.cursors = cursors;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping
    Mono<Slice<Message>> list(
            Caller caller,
            ServerWebExchange exchange,
            @RequestParam(required = false) Boolean unread,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        String mine = Boolean.TRUE.equals(unread) ? "unread" : "personId";
        String query = "messages|" + mine + "|" + caller.personId();
        int size = Slice.limit(limit);
        Document filter = new Document(mine, caller.personId());
        String before = cursors.read(query, cursor);
        if (before != null) filter.append("key", new Document("$lt", before));
        String language = Language.of(exchange).name();
        return Flux.from(messages.find(filter)
                        .sort(Sorts.descending("key"))
                        .limit(size + 1)
                        .batchSize(size + 1))
                .collectList()
                .map(found -> Slice.of(
                        found, size, row -> read(row, language), row -> cursors.write(query, row.getString("key"))));
    }

    @PostMapping("/{id}/read")
    Mono<ResponseEntity<Void>> markRead(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        Document own = new Document("_id", id).append("personId", caller.personId());
        return commands.create(exchange, caller.personId(), command -> Mono.from(messages.updateOne(
                        own, Updates.combine(Updates.set("readAt", Shape.text(clock.now())), Updates.unset("unread"))))
                .filter(done -> done.getMatchedCount() == 1)
                .switchIfEmpty(Mono.error(() -> new Refused("not-found")))
                .map(done -> ResponseEntity.noContent().build()));
    }

    private Message read(Document row, String language) {
        String kind = row.getString("kind");
        Templates.Words words = templates.write(kind, language, Told.values(row));
        return new Message(
                row.getString("_id"),
                row.getString("applicationId"),
                row.getString("at"),
                kind,
                words.subject(),
                words.text(),
                row.getString("readAt"));
    }
}
