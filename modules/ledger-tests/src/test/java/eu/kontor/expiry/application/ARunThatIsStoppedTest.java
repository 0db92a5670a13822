package eu.kontor.expiry.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.expiry.api.Expiry;
import eu.kontor.expiry.api.Expiry.Expired;
import eu.kontor.expiry.api.Expiry.Progress;
import eu.kontor.expiry.api.Expiry.RunState;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.application.Poster;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two and a half thousand members: three batches. */
class ARunThatIsStoppedTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final int MEMBERS = 2_500;
    private static final int BATCH = 1_000;

    /** The transaction in which it expires, after its members were looked up. */
    private static final int SECOND_BATCH = 5;

    private static final int POINTS_EACH = 4;
    private static final Points ALL = Points.of((long) MEMBERS * POINTS_EACH);

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);

    /** Of the run; what the ledger does of it joins there. */
    private final Transactions real = DATABASE.transactions();

    @BeforeEach
    void many_members_are_due() {
        List<Posting> batch = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            batch.add(earning(newKey(), newMember(), HOTEL, TODAY.minusYears(1), ONE_YEAR, POINTS_EACH));
            if (batch.size() == BATCH || i == MEMBERS - 1) {
                ledger.poster.post(batch);
                batch.clear();
            }
        }
        ledger.tellEverybody(TODAY.minusDays(30));
    }

    @AfterEach
    void everything_expired_once() {
        assertThat(ledger.balances.outstanding()).isEqualTo(Points.ZERO);
        ledger.mustBeCoherent();
    }

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void one_that_was_cut_off_goes_on_and_ends_as_if_it_had_not_been() {
        long before = membersSoFar();
        Expiry dying = expiryOver(dyingInTransaction(SECOND_BATCH));
        assertThatThrownBy(() -> dying.run(OPERATOR, TODAY)).hasMessage("cut off");
        assertThat(progress().state()).isEqualTo(RunState.RUNNING);
        assertThat(progress().members()).isEqualTo(before + BATCH);
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(progress().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(progress().left()).isEqualTo(MEMBERS - BATCH);

        assertThat(ledger.expire(TODAY))
                .isEqualTo(new Expired(TODAY, MEMBERS - BATCH, Points.of((MEMBERS - BATCH) * POINTS_EACH)));
        assertThat(progress().state()).isEqualTo(RunState.ENDED);
        assertThat(progress().members()).isEqualTo(before + MEMBERS);
        assertThat(ledger.expire(TODAY)).isEqualTo(new Expired(TODAY, 0, Points.ZERO));
    }

    @Test
    void a_person_stops_it_after_a_batch_and_runs_it_again() {
        Expiry stopping = expiryOver(doingInTransaction(SECOND_BATCH, () -> ledger.expiry.stop(OPERATOR)));
        assertThat(stopping.run(OPERATOR, TODAY).members()).isEqualTo(BATCH);
        assertThat(progress().state()).isEqualTo(RunState.STOPPED);

        assertThat(ledger.expire(TODAY).members()).isEqualTo(MEMBERS - BATCH);
        assertThat(progress().state()).isEqualTo(RunState.ENDED);
    }

    @Test
    void two_nodes_at_once_share_the_work_and_double_nothing() throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Future<Expired> one = nodes.submit(() -> ledger.expire(TODAY));
            Future<Expired> other = nodes.submit(() -> ledger.expire(TODAY));
            assertThat(one.get().points().plus(other.get().points())).isEqualTo(ALL);
        }
    }

    private Progress progress() {
        return ledger.expiry.progress(OPERATOR).orElseThrow();
    }

    /** The day's row counts on: other tests ran for the same day. */
    private long membersSoFar() {
        return ledger.expiry.progress(OPERATOR).map(Progress::members).orElse(0L);
    }

    private Expiry expiryOver(Transactions transactions) {
        Poster poster = new Poster(real, (unit, items) -> {}, ledger.calendar);
        return new LedgerExpiry(
                transactions,
                poster,
                ledger.expiryCalendar,
                (unit, caller, action, subject, details) -> {},
                ledger.actors);
    }

    private Transactions dyingInTransaction(int number) {
        return doingInTransaction(number, () -> {
            throw new IllegalStateException("cut off");
        });
    }

    /** Does something before the given transaction of the run: the first begins it, and each batch is looked up in one and expires in another. */
    private Transactions doingInTransaction(int number, Runnable what) {
        AtomicInteger count = new AtomicInteger();
        return (Transactions) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {Transactions.class},
                (proxy, method, arguments) -> {
                    if (count.incrementAndGet() == number) {
                        what.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
