package ir.parvaneh.dev.city.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingTreeTest {

    @Test
    void it_gives_what_the_whole_list_of_leaves_gives() {
        List<byte[]> leaves =
                IntStream.range(0, 70).mapToObj(n -> Merkle.leaf("leaf " + n)).toList();
        GrowingTree tree = new GrowingTree();
        for (int size = 0; size < leaves.size(); size++) {
            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.root()).as("%d leaves", size).isEqualTo(ShownService.root(leaves.subList(0, size)));
            tree.add(leaves.get(size));
        }
    }
}
