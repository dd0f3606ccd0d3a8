package ir.parvaneh.dev.city.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows histories and signed roots as a service does, in small parts, and believes whatever they are when it signs. */
final class ShownService implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LEAVES_AT_ONCE = 2;

    private final Map<String, List<ObjectNode>> histories = new TreeMap<>();
    private final List<SignedLeaf> leaves = new ArrayList<>();
    private final List<SignedRoot> roots = new ArrayList<>();
    private final KeyPair key = newKey();
    private final HttpServer server;

    ShownService() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v1/audit/x/", this::answer);
        server.start();
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    void tell(String id, int times) {
        List<ObjectNode> entries = histories.computeIfAbsent(id, none -> new ArrayList<>());
        for (int i = 0; i < times; i++) {
            int number = entries.size() + 1;
            ObjectNode entry = JSON.createObjectNode()
                    .put("place", number)
                    .put("number", number)
                    .put("source", "/things")
                    .put("aggregate", id)
                    .put("id", id + number)
                    .put("type", "told")
                    .put("at", "2026-03-01T00:00:00.000Z")
                    .put("data", "{}");
            entries.add(entry);
            seal(entries, number);
        }
    }

    private static void seal(List<ObjectNode> entries, int number) {
        String before = number == 1 ? "" : head(entries.subList(0, number - 1));
        ObjectNode entry = entries.get(number - 1);
        entry.put("hash", StoredEntry.of(entry).following(before));
    }

    private static String head(List<ObjectNode> entries) {
        return entries.getLast().path("hash").asString("");
    }

    void writeAnew(String id, int from) {
        List<ObjectNode> entries = histories.get(id);
        entries.get(from - 1).put("data", "{\"other\":" + from + "}");
        for (int number = from; number <= entries.size(); number++) {
            seal(entries, number);
        }
    }

    void forget(String id) {
        histories.remove(id);
    }

    /** In the place of the first leaf of a history: one over what stands there now. */
    void changeLeaf(String id) {
        leaves.replaceAll(leaf -> leaf.aggregate().equals(id) ? leaf(leaf.root(), id) : leaf);
    }

    private SignedLeaf leaf(long root, String id) {
        List<ObjectNode> entries = histories.get(id);
        return new SignedLeaf(root, "/things", id, entries.size(), head(entries));
    }

    void sign(String day) {
        long number = roots.size() + 1L;
        Map<String, SignedLeaf> known =
                leaves.stream().collect(Collectors.toMap(SignedLeaf::aggregate, leaf -> leaf, (old, next) -> next));
        histories.keySet().stream()
                .map(id -> leaf(number, id))
                .filter(leaf -> !known.containsKey(leaf.aggregate())
                        || !known.get(leaf.aggregate()).head().equals(leaf.head()))
                .forEach(leaf -> {
                    leaves.add(leaf);
                    known.put(leaf.aggregate(), leaf);
                });
        leaves.sort(Comparator.comparing(SignedLeaf::aggregate).thenComparing(SignedLeaf::root));
        List<byte[]> hashes =
                new TreeMap<>(known).values().stream().map(SignedLeaf::hash).toList();
        ObjectNode said = JSON.createObjectNode()
                .put("number", number)
                .put("day", day)
                .put("size", hashes.size())
                .put("root", root(hashes))
                .put("previous", roots.isEmpty() ? "" : roots.getLast().digest());
        roots.add(new SignedRoot(signed(said)));
    }

    /** As the definition says it (RFC 9162, 2.1.1). */
    static String root(List<byte[]> leaves) {
        return Digests.written(leaves.isEmpty() ? Digests.of(new byte[0]) : hash(leaves));
    }

    private static byte[] hash(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.node(hash(leaves.subList(0, left)), hash(leaves.subList(left, leaves.size())));
    }

    private String signed(ObjectNode said) {
        String text = part("{\"alg\":\"ES256\",\"kid\":\"k\"}") + "." + part(said.toString());
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Digests.written(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(String text) {
        return Digests.written(Digests.bytes(text));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/v1/audit/x".length());
        Map<String, String> asked = asked(exchange.getRequestURI().getQuery());
        Object shown =
                switch (path) {
                    case "/keys" -> Map.of("keys", List.of(jwk()));
                    case "/roots" ->
                        roots.stream()
                                .skip(Long.parseLong(asked.getOrDefault("after", "0")))
                                .map(root -> Map.of("statement", root.jws()))
                                .toList();
                    case "/leaves" -> leavesAfter(asked).limit(LEAVES_AT_ONCE).toList();
                    case "/chains" ->
                        histories.keySet().stream()
                                .filter(id -> id.compareTo(asked.getOrDefault("after", "")) > 0)
                                .limit(1)
                                .map(this::chain)
                                .toList();
                    default ->
                        Stream.of(path.substring("/chains/".length()))
                                .filter(histories::containsKey)
                                .map(this::chain)
                                .toList();
                };
        byte[] body = JSON.writeValueAsBytes(shown);
        boolean none = path.startsWith("/chains/") && body.length == 2;
        exchange.sendResponseHeaders(none ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> asked(String query) {
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private Stream<SignedLeaf> leavesAfter(Map<String, String> asked) {
        String id = asked.getOrDefault("aggregate", "");
        long root = Long.parseLong(asked.getOrDefault("root", "0"));
        return leaves.stream()
                .filter(leaf ->
                        leaf.aggregate().compareTo(id) > 0 || leaf.aggregate().equals(id) && leaf.root() > root);
    }

    private ObjectNode chain(String id) {
        List<ObjectNode> entries = histories.get(id);
        ObjectNode chain = JSON.createObjectNode()
                .put("source", "/things")
                .put("aggregate", id)
                .put("number", entries.size())
                .put("head", head(entries));
        chain.putArray("links").addAll(entries);
        return chain;
    }

    private Map<String, String> jwk() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return Map.of(
                "kid", "k", "kty", "EC", "x", coordinate(point.getAffineX()), "y", coordinate(point.getAffineY()));
    }

    private static String coordinate(BigInteger number) {
        return Digests.written(number.toByteArray());
    }
}
