package ir.parvaneh.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service reduced to what the gateway sees of it: an address that answers. It remembers what it was asked. */
final class Upstream implements AutoCloseable {
    record Asked(String method, String uri, HttpHeaders headers, String body) {}

    record Answer(int status, Map<String, String> headers, Publisher<String> body) {
        static Answer json(String body) {
            return new Answer(200, Map.of("Content-Type", "application/json"), Mono.just(body));
        }

        static Answer text(String body) {
            return new Answer(200, Map.of("Content-Type", "text/plain"), Mono.just(body));
        }

        static Answer never() {
            return new Answer(200, Map.of(), null);
        }

        /** Takes the request and breaks the connection, as a process does that is killed. */
        static Answer reset() {
            return new Answer(0, Map.of(), null);
        }

        static Answer events(Flux<String> events) {
            return new Answer(200, Map.of("Content-Type", "text/event-stream"), events);
        }
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Function<Asked, Answer> answers;
    private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private DisposableServer server;

    private Upstream(Function<Asked, Answer> answers) {
        this.answers = answers;
        this.server = start(0);
    }

    static Upstream answering(Function<Asked, Answer> answers) {
        return new Upstream(answers);
    }

    static Upstream saying(String body) {
        return answering(asked -> Answer.text(body));
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    List<Asked> asked() {
        return asked;
    }

    Asked last() {
        return asked.getLast();
    }

    /** Goes away; its port refuses connections until {@link #back()}. */
    void away() {
        server.channel().close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
    }

    void back() {
        server = start(server.port());
    }

    private DisposableServer start(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .channelGroup(connections)
                .handle(this::handle)
                .bindNow();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            Asked one = new Asked(request.method().name(), request.uri(), request.requestHeaders(), body);
            asked.add(one);
            Answer answer = answers.apply(one);
            if (answer.status() == 0) {
                response.withConnection(Upstream::reset);
            }
            return answer.body() == null ? Mono.never() : give(response.status(answer.status()), answer);
        });
    }

    private static void reset(Connection connection) {
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        connection.channel().close();
    }

    private static Mono<Void> give(HttpServerResponse response, Answer answer) {
        answer.headers().forEach(response::header);
        return answer.body() instanceof Flux<String> parts
                ? response.sendHeaders()
                        .then()
                        .thenMany(response.send(bytes(parts), each -> true))
                        .then()
                : response.sendString(answer.body()).then();
    }

    private static Flux<ByteBuf> bytes(Flux<String> parts) {
        return parts.map(part -> Unpooled.copiedBuffer(part, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        away();
    }
}
