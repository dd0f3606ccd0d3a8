package ir.parvaneh.application.content;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where contents lie. Settings: {@code parvaneh.content.kept-in}, {@code files} or {@code gridfs}, and
 * {@code parvaneh.content.folder}.
 */
@Configuration(proxyBeanMethods = false)
class ContentParts {

    enum Kind {
        FILES,
        GRIDFS
    }

    @Bean
    ContentStore contentStore(
            @Value("${parvaneh.content.kept-in:files}") Kind kind,
            @Value("${parvaneh.content.folder}") Path folder,
            @Value("${parvaneh.store.database:applications}") String database,
            MongoClient mongo) {
        return switch (kind) {
            case FILES -> new FolderContent(folder.resolve("held"));
            case GRIDFS -> new GridFsContent(majority(mongo.getDatabase(database)));
        };
    }

    private static MongoDatabase majority(MongoDatabase database) {
        return database.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.MAJORITY);
    }
}
