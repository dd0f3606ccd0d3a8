package ir.parvaneh.dev.city.audit;

import ir.parvaneh.dev.city.wire.Answer;
import ir.parvaneh.dev.city.wire.Call;
import ir.parvaneh.dev.city.wire.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One service's histories and roots, fetched as they lie there and judged here. */
public final class ServiceAudit {
    private static final int CHAINS_AT_ONCE = 20;

    private final String service;
    private final Caller gateway;
    private final String token;
    private final Consumer<String> finding;
    private final List<SignedRoot> roots = new ArrayList<>();
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

    /**
     * Every chain beside all that was ever signed about it; and that none is gone of which something was. Both lie in the
     * same order and are read side by side, once.
     */
    public void sweep() {
        SignedLeaves leaves = new SignedLeaves(this::get, roots.size());
        List<SignedLeaf> signed = leaves.next();
        String from = "/chains?limit=" + CHAINS_AT_ONCE;
        for (JsonNode page = get(from); !page.isEmpty(); page = get(from + after(page))) {
            for (JsonNode json : page) {
                StoredChain chain = StoredChain.of(json);
                for (; isBefore(signed, chain); signed = leaves.next()) {
                    gone(signed);
                }
                boolean known = !signed.isEmpty() && signed.getFirst().name().equals(chain.name());
                judge(chain, known ? signed : List.of());
                signed = known ? leaves.next() : signed;
            }
        }
        for (; !signed.isEmpty(); signed = leaves.next()) {
            gone(signed);
        }
        trees(leaves);
    }

    private static boolean isBefore(List<SignedLeaf> signed, StoredChain chain) {
        if (signed.isEmpty()) {
            return false;
        }
        int source = Digests.order(signed.getFirst().source(), chain.source());
        return source < 0 || source == 0 && Digests.order(signed.getFirst().aggregate(), chain.aggregate()) < 0;
    }

    private void gone(List<SignedLeaf> signed) {
        finding.accept(signed.getFirst().name() + ": the whole history is gone since root " + roots.size());
    }

    private void trees(SignedLeaves leaves) {
        for (int number = 1; number <= roots.size(); number++) {
            if (!leaves.give(number, roots.get(number - 1).says())) {
                finding.accept(service + ": the leaves of root " + number + " do not give it");
            }
        }
    }

    private static String after(JsonNode page) {
        JsonNode last = page.get(page.size() - 1);
        return "&source=" + encoded(last.path("source").asString("")) + "&after="
                + encoded(last.path("aggregate").asString(""));
    }

    /** The chains about one file beside all that was ever signed about them; empty when the service has none. */
    public List<StoredChain> of(String file) {
        Map<String, List<SignedLeaf>> signed = signed(file);
        Answer answer = gateway.call(Call.get(path("/chains/" + encoded(file)), token));
        List<StoredChain> found = answer.status() == 404
                ? List.of()
                : ok(answer).valueStream().map(StoredChain::of).toList();
        for (StoredChain chain : found) {
            List<SignedLeaf> leaves = signed.remove(chain.name());
            judge(chain, leaves == null ? List.of() : leaves);
        }
        signed.values().forEach(this::gone);
        return found;
    }

    private Map<String, List<SignedLeaf>> signed(String file) {
        Map<String, List<SignedLeaf>> signed = new LinkedHashMap<>();
        SignedLeaves leaves = new SignedLeaves(this::get, roots.size());
        for (List<SignedLeaf> next = leaves.next(); !next.isEmpty(); next = leaves.next()) {
            if (next.getFirst().aggregate().equals(file)) {
                signed.put(next.getFirst().name(), next);
            }
        }
        trees(leaves);
        return signed;
    }

    /** Proofs under the last root; null when the file is not below it yet. */
    public JsonNode proofs(String file) {
        Answer answer = gateway.call(Call.get(path("/proofs/" + encoded(file)), token));
        return answer.status() == 404 ? null : ok(answer);
    }

    private void judge(StoredChain chain, List<SignedLeaf> signed) {
        chains++;
        entries += chain.entries().size();
        chain.findings().forEach(found -> finding.accept(chain.name() + ": " + found));
        List<SignedLeaf> unlike = chain.unlike(signed);
        if (!unlike.isEmpty()) {
            finding.accept(chain.name() + ": " + sentence(unlike));
        }
    }

    /** The first tells where it begins: at that entry or before it. */
    private String sentence(List<SignedLeaf> unlike) {
        SignedLeaf first = unlike.getFirst();
        String day = roots.get((int) first.root() - 1).says().path("day").asString("");
        return "entry " + first.number() + " is not the one that root " + first.root() + " of " + day + " was made over"
                + (unlike.size() == 1 ? "" : "; nor do " + (unlike.size() - 1) + " later leaves hold");
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
