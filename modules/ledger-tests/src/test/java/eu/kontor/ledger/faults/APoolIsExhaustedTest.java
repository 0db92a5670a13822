package eu.kontor.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The pool's only connection is in somebody's hands: whoever posts meanwhile is told to come again, and nothing is lost. */
class APoolIsExhaustedTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** More than a door that closes lets fail, so that it must open again, too. */
    private static final int ATTEMPTS = 6;

    private final Transactions transactions = DATABASE.transactions(DATABASE.applicationPool(1, PATIENCE));
    private final CheckedLedger ledger = new CheckedLedger(transactions);
    private final MemberId guest = TestLedger.newMember();

    @Test
    void a_posting_fails_for_a_reason_that_passes_and_succeeds_once_the_connection_is_back() throws Exception {
        ledger.earn(guest, HOTEL, 10);
        Posting earning = TestLedger.earning(guest, HOTEL, 5);
        CompletableFuture<Void> isTaken = new CompletableFuture<>();
        CompletableFuture<Void> isOver = new CompletableFuture<>();
        CompletableFuture<Void> somebody = CompletableFuture.runAsync(() -> transactions.asOperator(unit -> {
            isTaken.complete(null);
            return isOver.join();
        }));
        isTaken.join();

        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> ledger.post(earning))
                    .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.isPassing())
                            .isTrue());
        }
        isOver.complete(null);
        somebody.join();

        Thread.sleep(PATIENCE);
        assertThat(ledger.posted(earning).replayed()).isFalse();
        assertThat(ledger.available(guest)).isEqualTo(15);
        ledger.mustBeCoherent();
    }
}
