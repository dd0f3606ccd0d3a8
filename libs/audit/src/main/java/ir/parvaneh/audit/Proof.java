package ir.parvaneh.audit;

import java.util.List;

/**
 * That one chain stood so under a signed root. Who has it, and the keys, needs nobody to verify it.
 *
 * @param statement the root's JWS
 * @param index of the leaf, from 0
 * @param path hashes beside the way from the leaf to the root (RFC 9162, 2.1.3), base64url
 */
record Proof(String statement, Leaf leaf, int index, List<String> path) {}
