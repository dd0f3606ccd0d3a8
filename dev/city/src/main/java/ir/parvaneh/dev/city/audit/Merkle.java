package ir.parvaneh.dev.city.audit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Trees of hashes as RFC 9162 has them, from the side of who verifies. */
public final class Merkle {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    /** The hash of a leaf as a service shows it: source, aggregate, number, head. */
    public static byte[] leaf(JsonNode leaf) {
        String text = leaf.path("source").asString("") + "\n"
                + leaf.path("aggregate").asString("") + "\n"
                + leaf.path("number").asLong() + "\n"
                + leaf.path("head").asString("");
        return Digests.of(LEAF, Digests.bytes(text));
    }

    /** The root over leaves, by pairing neighbours level by level: an odd one goes up as it is. */
    public static String root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Digests.of("");
        }
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 == level.size() ? level.get(i) : Digests.of(NODE, level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return Digests.written(level.getFirst());
    }

    /** The root that a leaf and the hashes beside its way lead to (2.1.3.2); empty when they do not fit the size. */
    public static String climbed(byte[] leaf, long index, long size, List<String> path) {
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (String beside : path) {
            if (last == 0) {
                return "";
            }
            if (place % 2 == 1 || place == last) {
                hash = Digests.of(NODE, Digests.read(beside), hash);
                while (place % 2 == 0 && place > 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                hash = Digests.of(NODE, hash, Digests.read(beside));
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 && index < size ? Digests.written(hash) : "";
    }
}
