package ir.parvaneh.audit;

import ir.parvaneh.chassis.store.Kept;
import org.bson.Document;

/**
 * How one chain stood when a root was made.
 *
 * @param number of its last event
 * @param head hash of its last event
 */
record Leaf(String source, String aggregate, long number, String head) {

    static Leaf of(Kept end) {
        return new Leaf(end.source(), end.aggregate(), end.number(), end.chain());
    }

    static Leaf of(Document row) {
        return new Leaf(row.getString("source"), row.getString("aggregate"), row.getLong("n"), row.getString("head"));
    }

    /** Is that entry the one with which the chain ended then? */
    boolean isOf(Link link) {
        return link.place() == number && head.equals(link.hash());
    }

    byte[] hash() {
        return MerkleTree.leaf(String.join("\n", source, aggregate, Long.toString(number), head));
    }
}
