package ir.parvaneh.dev.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same contract on a real server, wherever Docker answers; says loudly when it does not. */
@ExtendWith(RealStoreContractTest.WhereDockerAnswers.class)
class RealStoreContractTest extends StoreContract {

    private static MongoDBContainer server;

    @BeforeAll
    static void start() {
        server = new MongoDBContainer("mongo:8.0");
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    protected String uri() {
        return server.getReplicaSetUrl();
    }

    static final class WhereDockerAnswers implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.enabled("Docker answers");
            }
            System.err.println("SKIPPED: the store contract was NOT run on a real server, because no Docker answers");
            return ConditionEvaluationResult.disabled("no Docker answers");
        }
    }
}
