package ir.parvaneh.application.content;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same contract on a real server, wherever Docker answers; says loudly when it does not. */
@ExtendWith(RealGridFsContentTest.WhereDockerAnswers.class)
class RealGridFsContentTest extends ContentContract {

    private static MongoDBContainer server;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        server = new MongoDBContainer("mongo:8.0");
        server.start();
        client = MongoClients.create(server.getReplicaSetUrl());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    @Override
    protected ContentStore contents() {
        return new GridFsContent(client.getDatabase("contents"));
    }

    static final class WhereDockerAnswers implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.enabled("Docker answers");
            }
            System.err.println("SKIPPED: the contract of contents was NOT run on a real GridFS: no Docker answers");
            return ConditionEvaluationResult.disabled("no Docker answers");
        }
    }
}
