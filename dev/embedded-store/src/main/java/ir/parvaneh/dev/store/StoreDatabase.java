package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A database whose finds, aggregations and index commands are ours; other commands go the library's way. */
final class StoreDatabase extends AbstractMongoDatabase<Row> {

    private final Catalog catalog;

    StoreDatabase(String name, CursorRegistry cursors, Catalog catalog) {
        super(name, cursors);
        this.catalog = catalog;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document body, DatabaseResolver databases, Oplog oplog) {
        Refusals.check(command, body);
        return switch (command) {
            case "find" -> find(body);
            case "aggregate" -> aggregate(body, databases, oplog);
            case "update" ->
                new OrderedUpdates(body).run(one -> super.handleCommand(channel, command, one, databases, oplog));
            case "insert" -> withTrueCount(body, super.handleCommand(channel, command, body, databases, oplog));
            case "dropIndexes" -> dropIndexes(body);
            default -> super.handleCommand(channel, command, body, databases, oplog);
        };
    }

    private StoreCollection collection(String name) {
        return (StoreCollection) resolveCollection(name, false);
    }

    private Document find(Document body) {
        String name = (String) body.get("find");
        StoreCollection collection = collection(name);
        List<Supplier<byte[]>> found = collection == null ? List.of() : find(collection, body);
        return Replies.found(getFullCollectionNamespace(name), found, body, cursorRegistry);
    }

    /** Documents that are read when they leave: a long result waits on disk. */
    private static List<Supplier<byte[]>> find(StoreCollection collection, Document body) {
        Document filter = (Document) body.getOrDefault("filter", new Document());
        Document sort = (Document) body.get("sort");
        int skip = number(body, "skip");
        int limit = number(body, "limit");
        if (body.get("projection") instanceof Document projection && !projection.isEmpty()) {
            return ready(collection.project(filter, sort, skip, limit, projection));
        }
        return collection.find(filter, sort, skip, limit).stream()
                .<Supplier<byte[]>>map(hit -> hit::bson)
                .toList();
    }

    private static List<Supplier<byte[]>> ready(List<byte[]> documents) {
        return documents.stream().<Supplier<byte[]>>map(each -> () -> each).toList();
    }

    private static int number(Document body, String field) {
        return ((Number) body.getOrDefault(field, 0)).intValue();
    }

    private Document aggregate(Document body, DatabaseResolver databases, Oplog oplog) {
        if (!(body.get("aggregate") instanceof String name)) {
            throw Refusals.refusal("an aggregation without a collection");
        }
        StoreCollection collection = collection(name);
        Stream<Document> result =
                collection == null ? Stream.empty() : new Pipeline(collection, body).run(this, databases, oplog);
        return Replies.found(
                getFullCollectionNamespace(name), ready(result.map(Row::encode).toList()), body, cursorRegistry);
    }

    /** The library counts documents it was given; a real server counts those it took. */
    private static Document withTrueCount(Document body, Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
            boolean ordered = !Boolean.FALSE.equals(body.get("ordered"));
            Object firstError = ((Document) errors.getFirst()).get("index");
            int taken = ((List<?>) body.get("documents")).size() - errors.size();
            reply.put("n", ordered ? firstError : Integer.valueOf(taken));
        }
        return reply;
    }

    private Document dropIndexes(Document body) {
        StoreCollection collection = collection((String) body.get("dropIndexes"));
        if (collection != null) {
            drop(collection, body.get("index"));
        }
        return Replies.ok(new Document());
    }

    private void drop(StoreCollection collection, Object which) {
        List<String> names = collection.table().indexes().stream()
                .map(index -> index.spec)
                .filter(spec -> "*".equals(which)
                        || spec.name().equals(which)
                        || spec.key().equals(which))
                .map(IndexSpec::name)
                .toList();
        if (names.isEmpty() && !"*".equals(which)) {
            throw new IndexNotFoundException("index not found with name [" + which + "]");
        }
        for (String name : names) {
            collection.dropIndex(name);
            Document listed = new Document("ns", collection.getFullName()).append("name", name);
            getOrCreateIndexesCollection().deleteDocuments(listed, 0);
        }
    }

    @Override
    protected synchronized void addIndex(Document description) {
        Refusals.checkIndex(description);
        String namespace = (String) description.get("ns");
        StoreCollection collection = (StoreCollection)
                resolveOrCreateCollection(namespace.substring(getDatabaseName().length() + 1));
        IndexSpec spec = IndexSpec.from(description);
        Document listed = spec.toDescription(namespace);
        if (spec.sameKeyAs(IndexSpec.ID)) {
            getOrCreateIndexesCollection().addDocumentIfMissing(IndexSpec.ID.toDescription(namespace));
        } else if (!Refusals.exists(spec, collection.table().indexes())) {
            collection.build(spec, listed);
            getOrCreateIndexesCollection().addDocument(listed);
        }
    }

    void restore(StoreCollection collection, SortedMap<byte[], Row> rows, Collection<Document> descriptions) {
        collection
                .table()
                .restore(rows, descriptions.stream().map(IndexSpec::from).toList());
        descriptions.forEach(getOrCreateIndexesCollection()::addDocument);
    }

    @Override
    protected StoreCollection openOrCreateCollection(String name, CollectionOptions options) {
        String namespace = getFullCollectionNamespace(name);
        Table table = name.startsWith("system.")
                ? new Table(namespace, IndexSpec.primary(options.getIdField()), Table.NOT_JOURNALED, catalog)
                : catalog.create(namespace);
        return new StoreCollection(this, name, options, cursorRegistry, table, catalog.counters());
    }

    @Override
    public synchronized void dropCollection(String name, Oplog oplog) {
        StoreCollection collection = collection(name);
        super.dropCollection(name, oplog);
        if (collection.table().number() != Table.NOT_JOURNALED) {
            catalog.drop(collection.table());
        }
    }

    @Override
    protected synchronized MongoCollection<Row> resolveOrCreateCollection(String name) {
        return super.resolveOrCreateCollection(name);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw Refusals.refusal("renaming a collection");
    }

    @Override
    protected Index<Row> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        throw new IllegalStateException("indexes are made by addIndex");
    }

    /** Nobody asks for the last error any more; keeping one per connection costs a lock. */
    @Override
    protected void clearLastStatus(Channel channel) {
        // not kept
    }

    @Override
    protected void putLastResult(Channel channel, Document result) {
        // not kept
    }

    @Override
    protected long getFileSize() {
        return 0;
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }
}
