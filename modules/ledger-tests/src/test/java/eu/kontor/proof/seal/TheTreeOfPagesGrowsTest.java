package eu.kontor.proof.seal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.proof.seal.SealHash.Page;
import eu.kontor.proof.seal.SealHash.PageHead;
import java.time.YearMonth;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Page by page its root is that of a tree that is made at once. */
class TheTreeOfPagesGrowsTest {

    private static final int CHANGES = 400;
    private static final int TENANTS = 9;
    private static final int WINDOWS = 3;

    @Test
    void its_root_is_always_that_of_all_its_leaves() {
        Random random = new Random(7);
        SealTree tree = new SealTree();
        TreeMap<Page, PageHead> heads = new TreeMap<>();
        assertThat(tree.root()).isEqualTo(SealHash.nothing());

        for (int change = 1; change <= CHANGES; change++) {
            Page page = new Page(random.nextInt(TENANTS), YearMonth.of(2026, 1).plusMonths(random.nextInt(WINDOWS)));
            PageHead head = new PageHead(page, change, SealHash.row("row " + change));
            heads.put(page, head);
            tree.put(head);
            if (random.nextBoolean()) {
                assertThat(tree.root())
                        .isEqualTo(SealHash.root(
                                heads.values().stream().map(SealHash::leaf).toList()));
            }
        }
        assertThat(heads).hasSize(TENANTS * WINDOWS);
    }
}
