package ir.parvaneh.dev.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the parts of a city listen on the loopback address. */
public record Ports(
        int gateway,
        int issuer,
        int application,
        int office,
        int district,
        int notification,
        int store,
        int broker,
        int payments) {

    private static final int PARTS = 9;

    /** The ports everybody knows, each of which the environment may change, such as {@code PARVANEH_GATEWAY_PORT}. */
    public static Ports usual(Map<String, String> environment) {
        return new Ports(
                port(environment, "GATEWAY", 8080),
                port(environment, "ISSUER", 9000),
                port(environment, "APPLICATION", 8081),
                port(environment, "OFFICE", 8082),
                port(environment, "DISTRICT", 8083),
                port(environment, "NOTIFICATION", 8084),
                port(environment, "STORE", 27117),
                port(environment, "BROKER", 9192),
                port(environment, "PAYMENTS", 8090));
    }

    private static int port(Map<String, String> environment, String part, int otherwise) {
        String written = environment.getOrDefault("PARVANEH_" + part + "_PORT", "");
        return written.isBlank() ? otherwise : Integer.parseInt(written.strip());
    }

    /** Ports that nobody uses just now, for a city beside others. */
    public static Ports free() {
        List<Integer> free = new ArrayList<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < PARTS; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                free.add(socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
        return new Ports(
                free.get(0),
                free.get(1),
                free.get(2),
                free.get(3),
                free.get(4),
                free.get(5),
                free.get(6),
                free.get(7),
                free.get(8));
    }
}
