package ir.parvaneh.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of hashes over a list of leaves as RFC 9162 (2.1) has it: a leaf is hashed behind a byte 0, a node behind a byte
 * 1, and the left side is the largest power of two below the size.
 */
record MerkleTree(List<byte[]> leaves) {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** @param leaves hashes of leaves, in order */
    MerkleTree {
        leaves = List.copyOf(leaves);
    }

    static byte[] leaf(String text) {
        return Hashes.sha256(LEAF, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    byte[] root() {
        return root(leaves);
    }

    private static byte[] root(List<byte[]> part) {
        return switch (part.size()) {
            case 0 -> Hashes.sha256("");
            case 1 -> part.getFirst();
            default -> {
                int left = left(part.size());
                yield Hashes.sha256(NODE, root(part.subList(0, left)), root(part.subList(left, part.size())));
            }
        };
    }

    /** What is needed besides the leaf to compute the root, from the leaf upwards. */
    List<String> path(int index) {
        List<String> path = new ArrayList<>();
        climb(leaves, index, path);
        return List.copyOf(path);
    }

    private static void climb(List<byte[]> part, int index, List<String> path) {
        if (part.size() < 2) {
            return;
        }
        int left = left(part.size());
        List<byte[]> before = part.subList(0, left);
        List<byte[]> after = part.subList(left, part.size());
        climb(index < left ? before : after, index < left ? index : index - left, path);
        path.add(Hashes.text(root(index < left ? after : before)));
    }

    private static int left(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
