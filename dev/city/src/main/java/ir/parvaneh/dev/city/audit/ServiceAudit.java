package ir.parvaneh.dev.city.audit;

import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One service's histories and roots, fetched as they lie there and judged here. */
public final class ServiceAudit {
    private static final int CHAINS_AT_ONCE = 20;
    private static final int LEAVES_AT_ONCE = 1_000;

    private final String service;
    private final Caller gateway;
    private final String token;
    private final Consumer<String> finding;
    private final List<SignedRoot> roots = new ArrayList<>();
    private final Map<String, JsonNode> leaves = new LinkedHashMap<>();
    private long chains;
    private long entries;

    /** @param finding is told each thing that is wrong */
    public ServiceAudit(String service, Caller gateway, String token, Consumer<String> finding) {
        this.service = service;
        this.gateway = gateway;
        this.token = token;
        this.finding = finding;
    }

    /** The keys with which the service says that it signs. */
    public JsonNode keys() {
        return get("/keys");
    }

    /** Every root verified: number, signature, and the digest of the one before. */
    public void roots() {
        JsonNode keys = keys();
        String previous = "";
        for (JsonNode page = get("/roots"); !page.isEmpty(); page = get("/roots?after=" + roots.size())) {
            for (JsonNode root : page) {
                SignedRoot signed = new SignedRoot(root.path("statement").asString(""));
                judge(signed, previous, keys);
                previous = signed.digest();
                roots.add(signed);
            }
        }
    }

    private void judge(SignedRoot root, String previous, JsonNode keys) {
        String name = service + ": root " + (roots.size() + 1);
        if (!root.isSignedBy(keys)) {
            finding.accept(name + " is not signed by a key of the service");
        }
        if (root.says().path("number").asLong() != roots.size() + 1) {
            finding.accept(name + " is missing");
        }
        if (!root.says().path("previous").asString("").equals(previous)) {
            finding.accept(name + " does not name the root before it");
        }
    }

    /** The leaves of the last root; together they must give it. */
    public void leaves() {
        if (roots.isEmpty()) {
            return;
        }
        JsonNode said = roots.getLast().says();
        String path = "/roots/" + said.path("number").asLong() + "/leaves?limit=" + LEAVES_AT_ONCE + "&from=";
        List<byte[]> hashes = new ArrayList<>();
        for (JsonNode page = get(path + 0); !page.isEmpty(); page = get(path + hashes.size())) {
            page.forEach(leaf -> {
                hashes.add(Merkle.leaf(leaf));
                leaves.put(
                        leaf.path("source").asString("") + " "
                                + leaf.path("aggregate").asString(""),
                        leaf);
            });
        }
        if (!Merkle.root(hashes).equals(said.path("root").asString(""))) {
            finding.accept(service + ": the leaves of root " + roots.size() + " do not give it");
        }
    }

    /** Every chain, and that none is gone which the last root knew. */
    public void sweep() {
        Set<String> seen = new HashSet<>();
        String from = "/chains?limit=" + CHAINS_AT_ONCE;
        for (JsonNode page = get(from); !page.isEmpty(); page = get(from + after(page))) {
            page.forEach(json -> {
                StoredChain chain = StoredChain.of(json);
                seen.add(chain.name());
                judge(chain);
            });
        }
        leaves.keySet().stream()
                .filter(known -> !seen.contains(known))
                .forEach(gone -> finding.accept(gone + ": the whole history is gone since root " + roots.size()));
    }

    private static String after(JsonNode page) {
        JsonNode last = page.get(page.size() - 1);
        return "&source=" + encoded(last.path("source").asString("")) + "&after="
                + encoded(last.path("aggregate").asString(""));
    }

    /** The chains about one file; empty when the service has none. */
    public List<StoredChain> of(String file) {
        Answer answer = gateway.call(Call.get(path("/chains/" + encoded(file)), token));
        if (answer.status() == 404) {
            return List.of();
        }
        List<StoredChain> found = ok(answer).valueStream().map(StoredChain::of).toList();
        found.forEach(this::judge);
        return found;
    }

    /** Proofs under the last root; null when the file is not below it yet. */
    public JsonNode proofs(String file) {
        Answer answer = gateway.call(Call.get(path("/proofs/" + encoded(file)), token));
        return answer.status() == 404 ? null : ok(answer);
    }

    private void judge(StoredChain chain) {
        chains++;
        entries += chain.entries().size();
        chain.findings().forEach(found -> finding.accept(chain.name() + ": " + found));
        JsonNode leaf = leaves.get(chain.name());
        if (leaf != null) {
            long number = leaf.path("number").asLong();
            if (!chain.hashAt(number).equals(leaf.path("head").asString(""))) {
                finding.accept(chain.name() + ": entry " + number + " is not the one that root " + roots.size() + " of "
                        + roots.getLast().says().path("day").asString("") + " was made over");
            }
        }
    }

    /** What was looked at. */
    public String counts() {
        return service + ": " + chains + " histories, " + entries + " entries, " + roots.size() + " roots";
    }

    private JsonNode get(String path) {
        return ok(gateway.call(Call.get(path(path), token)));
    }

    private String path(String path) {
        return "/v1/audit/" + service + path;
    }

    private static JsonNode ok(Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("the city answers " + answer.status() + " " + answer.code());
        }
        return answer.json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
