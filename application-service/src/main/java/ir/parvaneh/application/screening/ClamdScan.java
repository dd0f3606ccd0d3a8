package ir.parvaneh.application.screening;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a clamd over TCP, by its command INSTREAM: parts of the content, each after its length in four bytes, and a
 * length of zero at the end; the answer is one text ended by a zero byte.
 */
final class ClamdScan implements VirusScan {

    private static final int PART = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final String TOO_LARGE = "INSTREAM size limit exceeded";
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress address;
    private final Duration patience;

    ClamdScan(InetSocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public Optional<String> find(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), socket.getSoTimeout());
            return verdict(said(content, socket));
        }
    }

    /** Clamd answers and hangs up as soon as it has had too much: what it said tells more than the broken line. */
    private static String said(InputStream content, Socket socket) throws IOException {
        try {
            send(content, new DataOutputStream(socket.getOutputStream()));
        } catch (SocketException hungUp) {
            String last = answer(socket.getInputStream());
            if (!last.startsWith(TOO_LARGE)) {
                throw hungUp;
            }
            return last;
        }
        return answer(socket.getInputStream());
    }

    private static void send(InputStream content, DataOutputStream to) throws IOException {
        to.write(COMMAND);
        byte[] part = new byte[PART];
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
            if (read > 0) {
                to.writeInt(read);
                to.write(part, 0, read);
            }
        }
        to.writeInt(0);
        to.flush();
    }

    private static String answer(InputStream from) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int next = from.read(); next > 0 && answer.length() < LONGEST_ANSWER; next = from.read()) {
            answer.append((char) next);
        }
        return answer.toString().strip();
    }

    private static Optional<String> verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Optional.of(answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        if (answer.startsWith(TOO_LARGE)) {
            throw new TooLarge(answer);
        }
        throw new IOException("the virus scanner answered: " + answer);
    }
}
