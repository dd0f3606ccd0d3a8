package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.bson.Document;

/** All databases of a store. */
final class StoreBackend extends AbstractMongoBackend {

    private final Catalog catalog;

    StoreBackend(Catalog catalog) {
        this.catalog = catalog;
        version(ServerVersion.MONGO_5_0);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, getCursorRegistry(), catalog);
    }

    @Override
    protected Document handleGetMore(String database, String command, Document body) {
        long id = ((Number) body.get(command)).longValue();
        FoundCursor cursor = (FoundCursor) getCursorRegistry().getCursor(id);
        return Replies.next(database + "." + body.get("collection"), cursor, body, getCursorRegistry());
    }

    @Override
    public void enableOplog() {
        throw new UnsupportedOperationException("the development store has no change streams");
    }

    /** Brings back what the files told, before the journal is attached. */
    void restore(Recovered recovered) {
        for (Recovered.Collection each : recovered.collections()) {
            int dot = each.namespace().indexOf('.');
            StoreDatabase database =
                    (StoreDatabase) resolveDatabase(each.namespace().substring(0, dot));
            catalog.restoreNextAs(each.number());
            StoreCollection collection = (StoreCollection) database.createCollectionOrThrowIfExists(
                    each.namespace().substring(dot + 1), CollectionOptions.withDefaults());
            database.restore(collection, each.rows(), each.indexes().values());
        }
        catalog.neverGiveUpTo(recovered.highestNumber());
    }
}
