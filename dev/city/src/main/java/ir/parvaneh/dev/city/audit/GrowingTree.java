package ir.parvaneh.dev.city.audit;

import java.util.ArrayList;
import java.util.List;

/** A tree that keeps only the tops of its full parts, the largest first: any number of leaves in a few hashes. */
final class GrowingTree {
    private final List<byte[]> tops = new ArrayList<>();
    private long size;

    void add(byte[] leaf) {
        byte[] top = leaf;
        for (long full = size; full % 2 == 1; full /= 2) {
            top = Merkle.node(tops.removeLast(), top);
        }
        tops.add(top);
        size++;
    }

    long size() {
        return size;
    }

    String root() {
        if (tops.isEmpty()) {
            return Digests.of("");
        }
        byte[] root = tops.getLast();
        for (byte[] left : tops.subList(0, tops.size() - 1).reversed()) {
            root = Merkle.node(left, root);
        }
        return Digests.written(root);
    }
}
