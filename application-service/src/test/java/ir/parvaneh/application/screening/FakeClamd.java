package ir.parvaneh.application.screening;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Speaks clamd's INSTREAM as its manual tells it, and says what it was told to say; nothing when that is null. */
final class FakeClamd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final ServerSocket server;
    private final String answer;
    private final long most;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private volatile int parts;

    private FakeClamd(ServerSocket server, long most, String answer) {
        this.server = server;
        this.most = most;
        this.answer = answer;
    }

    static FakeClamd answering(String answer) throws IOException {
        return takingNoMoreThan(Long.MAX_VALUE, answer);
    }

    /** Answers and hangs up as soon as a part goes beyond that many bytes. */
    static FakeClamd takingNoMoreThan(long most, String answer) throws IOException {
        FakeClamd clamd = new FakeClamd(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), most, answer);
        Thread.ofVirtual().start(clamd::serve);
        return clamd;
    }

    VirusScan client() {
        return new ClamdScan(new InetSocketAddress("127.0.0.1", server.getLocalPort()), PATIENCE);
    }

    byte[] received() {
        return received.toByteArray();
    }

    int parts() {
        return parts;
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] command = in.readNBytes("zINSTREAM\0".length());
            if (!Arrays.equals(command, "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII))) {
                throw new IllegalStateException("no INSTREAM");
            }
            for (int length = in.readInt(); length > 0 && received.size() + length <= most; length = in.readInt()) {
                received.writeBytes(in.readNBytes(length));
                parts = parts + 1;
            }
            answer(socket, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Silence lasts until the client goes away. */
    private void answer(Socket socket, DataInputStream in) throws IOException {
        if (answer == null) {
            in.read();
        } else {
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
