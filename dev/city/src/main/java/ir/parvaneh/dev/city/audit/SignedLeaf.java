package ir.parvaneh.dev.city.audit;

import tools.jackson.databind.JsonNode;

/**
 * How a history ended when a root was made.
 *
 * @param root the first that was made over it
 * @param number of the last entry
 * @param head hash of the last entry
 */
record SignedLeaf(long root, String source, String aggregate, long number, String head) {

    static SignedLeaf of(JsonNode json) {
        return new SignedLeaf(
                json.path("root").asLong(0),
                json.path("source").asString(""),
                json.path("aggregate").asString(""),
                json.path("number").asLong(),
                json.path("head").asString(""));
    }

    String name() {
        return source + " " + aggregate;
    }

    byte[] hash() {
        return Merkle.leaf(source + "\n" + aggregate + "\n" + number + "\n" + head);
    }
}
