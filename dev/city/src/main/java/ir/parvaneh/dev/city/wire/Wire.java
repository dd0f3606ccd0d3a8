package ir.parvaneh.dev.city.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A kept-alive HTTP/1.1 connection to one address, for one thread at a time; a broken one is opened anew. */
public final class Wire implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 30_000;

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;

    public Wire(URI address) {
        this.host = address.getHost();
        this.port = address.getPort();
    }

    /**
     * Sends and waits for the answer. A connection that was closed while idle is replaced and the call sent once more:
     * every command carries a key, so a second arrival is harmless.
     *
     * @throws IOException when the address cannot be reached or does not answer in time
     */
    public Answer send(Call call) throws IOException {
        boolean idle = socket != null;
        try {
            return exchange(call);
        } catch (EOFException | java.net.SocketException closed) {
            close();
            if (!idle) {
                throw closed;
            }
            return exchangeOrClose(call);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private Answer exchangeOrClose(Call call) throws IOException {
        try {
            return exchange(call);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private Answer exchange(Call call) throws IOException {
        if (socket == null) {
            open();
        }
        socket.getOutputStream().write(call.bytes(host + ":" + port));
        return read();
    }

    private void open() throws IOException {
        Socket opened = new Socket();
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(ANSWER_MILLIS);
        opened.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        in = new BufferedInputStream(opened.getInputStream(), 16_384);
        socket = opened;
    }

    private Answer read() throws IOException {
        String first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, String> headers = headers();
        byte[] body = status == 204 || status == 304 ? new byte[0] : body(headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (length != null) {
            return exactly(Integer.parseInt(length));
        }
        return "chunked".equalsIgnoreCase(headers.get("transfer-encoding")) ? chunks() : new byte[0];
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            whole.writeBytes(exactly(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /** Closes the connection; the next call opens a new one. */
    @Override
    public void close() {
        Socket old = socket;
        socket = null;
        in = null;
        if (old != null) {
            closeQuietly(old);
        }
    }

    private static void closeQuietly(Socket old) {
        try {
            old.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
