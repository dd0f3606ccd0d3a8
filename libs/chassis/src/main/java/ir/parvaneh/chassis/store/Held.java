package ir.parvaneh.chassis.store;

import org.bson.BsonDocument;

/** A page as this process last saw it committed: its document taken apart, and its body decoded. */
record Held<P>(Stored stored, P body) {

    static <P> Held<P> of(Pages.Definition<P> definition, BsonDocument raw) {
        Stored stored = Stored.of(definition.source(), raw);
        return new Held<>(stored, Shape.decode(stored.body(), definition.type()));
    }

    static <P> Held<P> absent(Pages.Definition<P> definition, String id) {
        return new Held<>(Stored.absent(id), definition.blank().apply(id));
    }

    Page<P> page() {
        return new Page<>(stored.id(), stored.version(), stored.number(), body);
    }

    Held<P> pruned(Prune prune, boolean settled) {
        boolean same = settled && prune.version() == stored.version();
        return new Held<>(stored.pruned(prune.upTo(), same), body);
    }
}
