package eu.kontor.settlement.application;

import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Windows;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A partner reads its statement while the operator closes the window. */
class ACloseDuringAReadTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final Tenants TENANTS = new TestTenants(List.of(TestTenants.tenant(HOTEL, "hotel", "EUR")));
    private static final Transactions TRANSACTIONS = DATABASE.transactions();
    private static final CheckedLedger LEDGER = new CheckedLedger(TRANSACTIONS);
    private static final Settlement SETTLEMENT =
            TestSettlement.of(LEDGER, TRANSACTIONS, TENANTS, (unit, caller, action, subject, details) -> {});
    private static final Caller OPERATOR = Caller.system("test");
    private static final Caller FINANCE =
            new Caller("someone", "Someone", Optional.of(HOTEL), Set.of(Role.FINANCE), Locale.ENGLISH);

    @AfterAll
    static void stop() {
        LEDGER.mustBeCoherent();
        DATABASE.server().close();
    }

    @Test
    void is_answered_as_of_the_moment_in_which_the_window_was_read() {
        YearMonth month = earned(1_000);
        Windows thatClosesRightAfterTheRead = new ClosingRightAfterTheRead(
                LEDGER.windows, () -> inAnotherThread(() -> SETTLEMENT.close(OPERATOR, month)));
        Settlement reading = TestSettlement.of(
                LEDGER,
                thatClosesRightAfterTheRead,
                TRANSACTIONS,
                TENANTS,
                (unit, caller, action, subject, details) -> {});

        Statement during = reading.statement(FINANCE, month, HOTEL);

        assertThat(LEDGER.windows.get(month).isClosed()).isTrue();
        assertThat(during.state()).isEqualTo(State.READY);
        assertThat(during.closedAt()).isEmpty();
        Statement after = reading.statement(FINANCE, month, HOTEL);
        assertThat(after.state()).isEqualTo(State.CLOSED);
        assertThat(during.lines()).isEqualTo(after.lines());
        assertThat(during.net()).isEqualTo(after.net());
    }

    @Test
    void never_fails_and_never_says_anything_else() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            YearMonth month = earned(100);
            AtomicBoolean closed = new AtomicBoolean();
            CountDownLatch reading = new CountDownLatch(1);
            List<Statement> read = new ArrayList<>();
            CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
                boolean last;
                do {
                    last = closed.get();
                    read.add(SETTLEMENT.statement(FINANCE, month, HOTEL));
                    reading.countDown();
                } while (!last);
            });
            reading.await();

            SETTLEMENT.close(OPERATOR, month);
            closed.set(true);
            reader.join();

            assertThat(read).allSatisfy(statement -> {
                assertThat(statement.net().amount()).isEqualByComparingTo("-1.00");
                assertThat(statement.closedAt().isPresent()).isEqualTo(statement.state() == State.CLOSED);
            });
            assertThat(read.getFirst().state()).isEqualTo(State.READY);
            assertThat(read.getLast().state()).isEqualTo(State.CLOSED);
        }
    }

    /** In the earliest open window, for the hotel. */
    private static YearMonth earned(long points) {
        TestSettlement.contract(TRANSACTIONS, TENANTS, HOTEL, "2025-01-01", "0.01", "0.008");
        YearMonth month = LEDGER.windows.all().stream()
                .filter(window -> !window.isClosed())
                .findFirst()
                .orElseThrow()
                .month();
        LEDGER.earn(newMember(), HOTEL, month.atDay(3), TWO_YEARS, points);
        return month;
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    /** The ledger's windows, and somebody who is quick. */
    private static final class ClosingRightAfterTheRead implements Windows {
        private final Windows real;
        private Runnable close;

        ClosingRightAfterTheRead(Windows real, Runnable close) {
            this.real = real;
            this.close = close;
        }

        @Override
        public Window get(YearMonth window) {
            Window read = real.get(window);
            Runnable now = close;
            close = () -> {};
            now.run();
            return read;
        }

        @Override
        public List<Window> all() {
            return real.all();
        }

        @Override
        public Window close(YearMonth window) {
            return real.close(window);
        }

        @Override
        public List<Position> positions(YearMonth window, Optional<TenantId> partner) {
            return real.positions(window, partner);
        }
    }
}
