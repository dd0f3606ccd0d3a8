package ir.parvaneh.application.content;

import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.bson.types.ObjectId;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Contents in GridFS, in the bucket {@code content} of the service's database. The digest is the file's name: a content
 * counts from the moment its file document is written, after all of its chunks; what a crash leaves before that has no
 * name and is never read.
 */
final class GridFsContent implements ContentStore {

    private static final int PART = 255 * 1024;
    private static final DefaultDataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

    private final GridFSBucket bucket;

    GridFsContent(MongoDatabase database) {
        this.bucket = GridFSBuckets.create(database, "content").withChunkSizeBytes(PART);
    }

    @Override
    public Mono<Void> keep(String digest, Path file) {
        return holds(digest).flatMap(held -> held ? Mono.empty() : upload(digest, file));
    }

    private Mono<Void> upload(String digest, Path file) {
        return Mono.defer(() -> {
            MessageDigest seen = ContentDigest.fresh();
            var upload = bucket.uploadFromPublisher(
                    digest, parts(file, seen), new GridFSUploadOptions().chunkSizeBytes(PART));
            return Mono.from(upload)
                    .flatMap(id -> ContentDigest.hex(seen).equals(digest) ? Mono.empty() : undo(digest, id));
        });
    }

    private static Flux<ByteBuffer> parts(Path file, MessageDigest seen) {
        return DataBufferUtils.read(file, BUFFERS, PART).map(part -> {
            byte[] bytes = new byte[part.readableByteCount()];
            part.read(bytes);
            DataBufferUtils.release(part);
            seen.update(bytes);
            return ByteBuffer.wrap(bytes);
        });
    }

    private Mono<Void> undo(String digest, ObjectId id) {
        return Mono.from(bucket.delete(id)).then(Mono.error(new DamagedContent(digest)));
    }

    @Override
    public Mono<Boolean> holds(String digest) {
        return named(digest).hasElement();
    }

    @Override
    public Flux<DataBuffer> read(String digest) {
        return named(digest)
                .switchIfEmpty(Mono.error(() -> new NoSuchContent(digest)))
                .flatMapMany(file -> bucket.downloadToPublisher(file.getObjectId()))
                .map(BUFFERS::wrap);
    }

    private Mono<GridFSFile> named(String digest) {
        return Mono.from(bucket.find(Filters.eq("filename", digest)).limit(1).batchSize(1));
    }
}
