package ir.parvaneh.dev.city.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Every leaf of every root, history by history in the order of the trees, which grow side by side while it is read. It
 * is read once, and held are one part of it and for each root a few hashes. A leaf is worth something only when the trees
 * give the signed roots in the end.
 */
final class SignedLeaves {
    private static final int AT_ONCE = 1_000;

    private final Function<String, JsonNode> door;
    private final List<GrowingTree> trees;
    private final Deque<SignedLeaf> ahead = new ArrayDeque<>();
    private String place = "";
    private boolean over;

    /** @param roots how many are looked at; leaves of later ones are left out */
    SignedLeaves(Function<String, JsonNode> door, int roots) {
        this.door = door;
        this.trees = Stream.generate(GrowingTree::new).limit(roots).toList();
    }

    /** Those of the next history, the oldest first; none at the end. */
    List<SignedLeaf> next() {
        List<SignedLeaf> next = new ArrayList<>();
        while (more()
                && (next.isEmpty()
                        || ahead.getFirst().name().equals(next.getLast().name()))) {
            next.add(ahead.removeFirst());
        }
        grow(next);
        return next;
    }

    private boolean more() {
        while (ahead.isEmpty() && !over) {
            JsonNode part = door.apply("/leaves?limit=" + AT_ONCE + place);
            part.valueStream().map(SignedLeaf::of).forEach(this::take);
            over = part.isEmpty();
        }
        return !ahead.isEmpty();
    }

    private void take(SignedLeaf leaf) {
        place = "&source=" + encoded(leaf.source()) + "&aggregate=" + encoded(leaf.aggregate()) + "&root="
                + leaf.root();
        if (leaf.root() > 0 && leaf.root() <= trees.size()) {
            ahead.addLast(leaf);
        }
    }

    /** In each tree from the first on, a history stands by its newest leaf. */
    private void grow(List<SignedLeaf> leaves) {
        for (int i = 0; i < leaves.size(); i++) {
            byte[] hash = leaves.get(i).hash();
            long next = i + 1 < leaves.size() ? leaves.get(i + 1).root() : trees.size() + 1L;
            for (long root = leaves.get(i).root(); root < next; root++) {
                trees.get((int) root - 1).add(hash);
            }
        }
    }

    /** Do all leaves together give the root of that number? To be asked at the end. */
    boolean give(int number, JsonNode said) {
        GrowingTree tree = trees.get(number - 1);
        return said.path("size").asLong() == tree.size()
                && said.path("root").asString("").equals(tree.root());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
