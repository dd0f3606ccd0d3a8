package ir.parvaneh.application.document;

import ir.parvaneh.application.file.ApplicationFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Whether the papers that evidence refers to are held. Evidence names a paper as {@code {kind, digest, pages}}; it is
 * held when a version with that digest reaches the file and counts. Edition 1404-1 of the permit takes papers at their
 * word; an edition that does not asks here before it judges.
 */
public final class PapersShown {

    private final HeldPapers papers;

    PapersShown(HeldPapers papers) {
        this.papers = papers;
    }

    /** The digests of the papers that count for a file now. */
    public Mono<Set<String>> held(ApplicationFile file, Instant now) {
        return papers.of(file)
                .filter(paper -> paper.counts(now))
                .map(paper -> paper.latest().digest())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The digests that evidence names and the file does not hold, in their order. */
    public Mono<List<String>> missing(ApplicationFile file, JsonNode evidence, Instant now) {
        List<String> named = digests(evidence);
        return named.isEmpty()
                ? Mono.just(List.of())
                : held(file, now).map(held -> named.stream()
                        .filter(one -> !held.contains(one))
                        .toList());
    }

    /** Every digest of a paper anywhere in the evidence. */
    public static List<String> digests(JsonNode evidence) {
        List<String> found = new ArrayList<>();
        collect(evidence, found);
        return found.stream().distinct().toList();
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node == null) {
            return;
        }
        if (node.has("kind") && node.has("pages") && node.path("digest").isString()) {
            found.add(node.get("digest").stringValue());
        }
        node.forEach(child -> collect(child, found));
    }
}
