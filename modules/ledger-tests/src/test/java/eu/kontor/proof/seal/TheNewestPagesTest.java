package eu.kontor.proof.seal;

import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.testing.TestLedger;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Stepping from page to page finds what going through all pages finds. */
class TheNewestPagesTest {

    /** Of its own: others rely on a window in which nothing is sealed. */
    private static final SealedLedger SEALED = new SealedLedger();

    @Test
    void as_of_every_seal() throws Exception {
        for (TenantId partner : List.of(SEALED.hotel, SEALED.cafe, SEALED.hotel, SEALED.shop)) {
            for (LocalDate day : List.of(TestLedger.TODAY, TestLedger.TODAY.minusMonths(1))) {
                SEALED.ledger.earn(newMember(), partner, day, TestLedger.TWO_YEARS, 5);
                SEALED.seals.seal();
            }
        }
        long newest = SEALED.count("select max(seal_no) from coalition.seal");
        assertThat(newest).isGreaterThanOrEqualTo(8);

        try (Connection superuser = SEALED.database.superuser()) {
            SealRows rows = new SealRows(superuser);
            TreeMap<SealHash.Page, Long> goneThrough = new TreeMap<>();
            assertThat(rows.heads(0)).isEmpty();
            for (long seal = 1; seal <= newest; seal++) {
                rows.pagesOf(seal, seal)
                        .getOrDefault(seal, List.of())
                        .forEach(finished -> goneThrough.put(
                                finished.head().page(), finished.head().transfersSoFar()));
                TreeMap<SealHash.Page, Long> found = new TreeMap<>();
                rows.heads(seal).forEach((page, head) -> found.put(page, head.transfersSoFar()));
                assertThat(found).as("as of seal %s", seal).isEqualTo(goneThrough);
            }
            assertThat(goneThrough.size()).as("three partners, two windows").isGreaterThanOrEqualTo(6);
        }
    }
}
