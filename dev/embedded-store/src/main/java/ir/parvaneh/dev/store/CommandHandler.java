package ir.parvaneh.dev.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs commands. The answer to a command that may write leaves when the journal holds all that happened before it; so
 * does the answer to a read with concern "majority", which must not show what a power cut could take back.
 */
@ChannelHandler.Sharable
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);
    private static final int INTERNAL_ERROR = 1;
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findAndModify",
            "create",
            "createIndexes",
            "drop",
            "dropIndexes",
            "dropDatabase");
    private static final Set<String> LONG = Set.of(
            "aggregate", "count", "distinct", "createIndexes", "dropIndexes", "drop", "dropDatabase", "validate");

    private final StoreBackend backend;
    private final Catalog catalog;
    private final Executor longRunning;
    private final Runnable afterWrite;
    private final AtomicInteger lastReply = new AtomicInteger();

    CommandHandler(StoreBackend backend, Catalog catalog, Executor longRunning, Runnable afterWrite) {
        this.backend = backend;
        this.catalog = catalog;
        this.longRunning = longRunning;
        this.afterWrite = afterWrite;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        switch (request) {
            case MongoMessage message -> handle(context, message);
            case MongoQuery query -> handshake(context, query);
            default -> throw new IllegalArgumentException("unknown request " + request);
        }
    }

    private void handle(ChannelHandlerContext context, MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next();
        if (LONG.contains(command)) {
            longRunning.execute(() -> answer(context, message, command));
        } else {
            answer(context, message, command);
        }
    }

    private void answer(ChannelHandlerContext context, MongoMessage message, String command) {
        Document body = message.getDocument();
        Document reply = run(context, message.getDatabaseName(), command, body);
        MongoMessage answer = new MongoMessage(context.channel(), header(message), reply);
        if (WRITES.contains(command)) {
            catalog.counters().written(command, message.getDatabaseName() + "." + body.get(command));
            afterWrite.run();
            whenSafe(context, answer);
        } else if (wantsMajority(body) || command.equals("aggregate")) {
            whenSafe(context, answer);
        } else {
            context.writeAndFlush(answer, context.voidPromise());
        }
    }

    private static boolean wantsMajority(Document body) {
        return body.get("readConcern") instanceof Document concern
                && !"local".equals(concern.get("level"))
                && !"available".equals(concern.get("level"));
    }

    private void whenSafe(ChannelHandlerContext context, MongoMessage answer) {
        Journal journal = catalog.journal();
        journal.whenDurable(journal.mark(), safe -> {
            if (!safe) {
                context.close();
            } else if (context.channel().isOpen()) {
                context.writeAndFlush(answer, context.voidPromise());
            }
        });
    }

    private Document run(ChannelHandlerContext context, String database, String command, Document body) {
        try {
            return backend.handleCommand(context.channel(), database, command, body);
        } catch (MongoServerError refused) {
            return error(refused.getMessageWithoutErrorCode(), refused.getCode(), refused.getCodeName());
        } catch (MongoServerException failed) {
            return error(failed.getMessageWithoutErrorCode(), INTERNAL_ERROR, "InternalError");
        } catch (RuntimeException failed) {
            LOG.error("could not run {} on {}", command, database, failed);
            return error("the development store failed: " + failed, INTERNAL_ERROR, "InternalError");
        }
    }

    private static Document error(String message, int code, String name) {
        Document error = new Document("ok", 0.0).append("errmsg", message).append("code", code);
        error.putIfNotNull("codeName", name);
        return error;
    }

    /** Drivers open a connection in the old form and go on in the new one. */
    private void handshake(ChannelHandlerContext context, MongoQuery query) {
        Document body = query.getQuery();
        String command = body.keySet().iterator().next();
        Document reply = run(context, query.getDatabaseName(), command, body);
        context.writeAndFlush(new MongoReply(header(query), reply), context.voidPromise());
    }

    private MessageHeader header(ClientRequest request) {
        return new MessageHeader(
                lastReply.incrementAndGet(), request.getHeader().getRequestID());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        backend.handleClose(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("connection {} ended", context.channel().id(), cause);
        context.close();
    }
}
