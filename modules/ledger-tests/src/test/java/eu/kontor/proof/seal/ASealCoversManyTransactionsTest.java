package eu.kontor.proof.seal;

import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ASealCoversManyTransactionsTest {

    private static final SealedLedger SEALED = SealedLedger.SHARED;
    private static final String SEALS = "select count(*) from coalition.seal";

    /** More than are looked through at once in the beginning. */
    private static final int TRANSACTIONS_BETWEEN = 1_500;

    @Test
    void also_when_little_was_posted_in_each_of_them() {
        SEALED.seals.seal();
        long before = SEALED.count(SEALS);
        SEALED.ledger.earn(newMember(), SEALED.hotel, 5);
        SEALED.change("do $$ begin for i in 1.." + TRANSACTIONS_BETWEEN
                + " loop perform pg_current_xact_id(); commit; end loop; end $$");
        SEALED.ledger.earn(newMember(), SEALED.cafe, 7);

        assertThat(SEALED.seals.seal()).as("transfers sealed").isEqualTo(2);
        assertThat(SEALED.count(SEALS) - before).as("seals").isEqualTo(1);
        assertThat(SEALED.seals.verify().findings()).isEmpty();
    }

    /** What is not summarized is read by everybody who asks for a range of transactions. */
    @Test
    void and_leaves_nothing_to_read_twice() {
        SEALED.ledger.earn(newMember(), SEALED.hotel, 5);
        assertThat(SEALED.seals.seal()).as("transfers sealed").isGreaterThanOrEqualTo(1);
        assertThat(SEALED.count("select coalition.summarize_transfers()"))
                .as("ranges of the table without a summary")
                .isZero();
    }
}
