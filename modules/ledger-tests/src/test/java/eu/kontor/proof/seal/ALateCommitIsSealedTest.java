package eu.kontor.proof.seal;

import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.Transactions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ALateCommitIsSealedTest {

    private static final SealedLedger SEALED = SealedLedger.SHARED;
    private static final String UNSEALED =
            "select (select count(*) from coalition.transfer) - (select coalesce(sum(transfers), 0) from coalition.seal)";

    @Test
    void nothing_that_began_before_the_seal_and_committed_after_it_is_left_out() throws Exception {
        MemberId slow = newMember();
        MemberId quick = newMember();
        SEALED.seals.seal();
        CountDownLatch posted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Transactions transactions = SEALED.database.transactions();

        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> transactions.asPoster(unit -> {
            new CheckedLedger(transactions).poster.post(List.of(earning(slow, SEALED.hotel, 5)));
            posted.countDown();
            await(mayCommit);
            return null;
        }));
        await(posted);
        SEALED.ledger.earn(quick, SEALED.cafe, 7);

        assertThat(SEALED.seals.seal())
                .as("the quick one waits for the slow one")
                .isZero();
        mayCommit.countDown();
        late.get(10, TimeUnit.SECONDS);
        assertThat(SEALED.seals.seal()).isEqualTo(2);
        assertThat(SEALED.count(UNSEALED)).isZero();
        assertThat(SEALED.seals.verify().findings()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
