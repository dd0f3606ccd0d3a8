package ir.parvaneh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    private static final byte[] NODE = {1};

    @Test
    void an_empty_tree_is_the_hash_of_nothing() {
        assertThat(java.util.HexFormat.of().formatHex(new MerkleTree(List.of()).root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 33, 100})
    void every_leafs_path_leads_to_the_root(int size) {
        MerkleTree tree = new MerkleTree(IntStream.range(0, size)
                .mapToObj(n -> MerkleTree.leaf("leaf " + n))
                .toList());
        for (int index = 0; index < size; index++) {
            assertThat(climbed(tree.leaves().get(index), index, size, tree.path(index)))
                    .isEqualTo(tree.root());
        }
    }

    @Test
    void another_leaf_in_one_place_gives_another_root() {
        byte[] one = MerkleTree.leaf("a");
        byte[] other = MerkleTree.leaf("b");
        assertThat(new MerkleTree(List.of(one, other)).root()).isNotEqualTo(new MerkleTree(List.of(other, one)).root());
        assertThat(MerkleTree.leaf("a")).isNotEqualTo(Hashes.sha256("a"));
    }

    /** The way down remembered as a way up: which side each hash of the path stands on follows from index and size. */
    private static byte[] climbed(byte[] leaf, int index, int size, List<String> path) {
        if (size == 1) {
            return leaf;
        }
        int left = Integer.highestOneBit(size - 1);
        byte[] beside = Base64.getUrlDecoder().decode(path.getLast());
        List<String> below = path.subList(0, path.size() - 1);
        return index < left
                ? Hashes.sha256(NODE, climbed(leaf, index, left, below), beside)
                : Hashes.sha256(NODE, beside, climbed(leaf, index - left, size - left, below));
    }
}
