package ir.parvaneh.dev.city.audit;

import java.util.List;

/** Trees of hashes as RFC 9162 has them, from the side of who verifies. */
public final class Merkle {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    static byte[] leaf(String text) {
        return Digests.of(LEAF, Digests.bytes(text));
    }

    static byte[] node(byte[] left, byte[] right) {
        return Digests.of(NODE, left, right);
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
                hash = node(Digests.read(beside), hash);
                while (place % 2 == 0 && place > 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, Digests.read(beside));
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 && index < size ? Digests.written(hash) : "";
    }
}
