package ir.parvaneh.dev.city.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The history of one aggregate, and where its page says that it ends.
 *
 * @param number of the last entry, by the page
 * @param head hash of the last entry, by the page
 */
public record StoredChain(String source, String aggregate, long number, String head, List<StoredEntry> entries) {

    /** What a service shows of a chain; its own opinion of it is left aside. */
    public static StoredChain of(JsonNode json) {
        return new StoredChain(
                json.path("source").asString(""),
                json.path("aggregate").asString(""),
                json.path("number").asLong(),
                json.path("head").asString(""),
                json.path("links").valueStream().map(StoredEntry::of).toList());
    }

    public String name() {
        return source + " " + aggregate;
    }

    /** Sentences that name each entry that is not what was written; none when all is well. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        Set<String> hashes = new HashSet<>(Set.of(""));
        entries.forEach(entry -> hashes.add(entry.hash()));
        String before = "";
        long next = 1;
        for (StoredEntry entry : entries) {
            if (entry.place() > number) {
                findings.add(entry + " stands behind the end, which is " + number);
                continue;
            }
            boolean gap = entry.place() > next;
            missing(next, entry.place() - 1, findings);
            judge(entry, before, gap, findings.isEmpty() ? Set.of() : hashes).ifPresent(findings::add);
            hashes.add(entry.following(before));
            before = entry.hash();
            next = Math.max(next, entry.place() + 1);
        }
        missing(next, number, findings);
        return next > number ? withEnd(before, findings) : findings;
    }

    private static void missing(long from, long to, List<String> findings) {
        for (long lost = from; lost <= to; lost++) {
            findings.add("entry " + lost + " is missing");
        }
    }

    /** @param others hashes that it may follow as well: behind a broken place, those of the whole chain */
    private static Optional<String> judge(StoredEntry entry, String before, boolean gap, Set<String> others) {
        if (!entry.number().equals(Long.toString(entry.place()))) {
            return Optional.of(entry + " stands in the wrong place: it says number " + entry.number());
        }
        if (gap || entry.follows(before) || others.stream().anyMatch(entry::follows)) {
            return Optional.empty();
        }
        return Optional.of(entry + " does not follow from entry " + (entry.place() - 1)
                + ": it was altered, or the hash of the one before it was");
    }

    private List<String> withEnd(String last, List<String> findings) {
        boolean said = findings.stream().anyMatch(finding -> finding.startsWith("entry " + number + " "));
        if (!last.equals(head) && !said) {
            findings.add("entry " + number + " is not the one with which the page ends");
        }
        return findings;
    }

    /** Those of its signed leaves that its entries do not bear out. */
    List<SignedLeaf> unlike(List<SignedLeaf> signed) {
        Map<Long, String> hashes = new HashMap<>();
        entries.forEach(entry -> hashes.putIfAbsent(entry.place(), entry.hash()));
        return signed.stream()
                .filter(leaf -> !leaf.head().equals(hashes.get(leaf.number())))
                .toList();
    }
}
