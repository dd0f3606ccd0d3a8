package ir.parvaneh.dev.city.audit;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Verifies a saved proof without asking anybody. */
public final class ProofCheck {
    private ProofCheck() {}

    /** What it proves, or why it does not, as one sentence; a proof that holds begins with "holds". */
    public static String verdict(JsonNode proof, JsonNode keys) {
        SignedRoot root = new SignedRoot(proof.path("statement").asString(""));
        JsonNode said = root.says();
        JsonNode leaf = proof.path("leaf");
        if (!root.isSignedBy(keys)) {
            return "fails: the root is not signed by any of the keys";
        }
        List<String> path =
                proof.path("path").valueStream().map(JsonNode::asString).toList();
        String reached = Merkle.climbed(
                SignedLeaf.of(leaf).hash(),
                proof.path("index").asLong(),
                said.path("size").asLong(),
                path);
        if (!reached.equals(said.path("root").asString(""))) {
            return "fails: the path does not lead to the signed root";
        }
        return "holds: " + leaf.path("source").asString("") + " "
                + leaf.path("aggregate").asString("") + " ended with entry "
                + leaf.path("number").asLong() + " on " + said.path("day").asString("") + " (root "
                + said.path("number").asLong() + " of " + said.path("service").asString("") + ", key " + root.keyId()
                + ")";
    }
}
