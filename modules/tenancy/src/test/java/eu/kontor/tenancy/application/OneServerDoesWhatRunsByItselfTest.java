package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OneServerDoesWhatRunsByItselfTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final Duration SPAN = Duration.ofSeconds(2);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final Transactions transactions = DATABASE.transactions();
    private final List<LeaseKeeper> servers = new ArrayList<>();
    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();

    @BeforeEach
    void nobody_holds_anything() throws SQLException {
        execute("delete from coalition.lease");
    }

    @AfterEach
    void end() {
        servers.forEach(LeaseKeeper::stop);
    }

    @Test
    void and_goes_on_with_it_while_it_lives() throws Exception {
        server().begin("rounds", Duration.ZERO, OFTEN, first::incrementAndGet);
        until(() -> first.get() > 0);
        server().begin("rounds", Duration.ZERO, OFTEN, second::incrementAndGet);

        Thread.sleep(SPAN.multipliedBy(2).toMillis());
        assertThat(first.get()).isGreaterThan(50);
        assertThat(second).hasValue(0);
    }

    @Test
    void and_another_one_at_once_when_it_ends() throws Exception {
        LeaseKeeper ending = server();
        ending.begin("rounds", Duration.ZERO, OFTEN, first::incrementAndGet);
        until(() -> first.get() > 0);
        server().begin("rounds", Duration.ZERO, OFTEN, second::incrementAndGet);

        ending.stop();
        int done = first.get();
        long asked = System.nanoTime();
        until(() -> second.get() > 0);

        assertThat(System.nanoTime() - asked).isLessThan(SPAN.toNanos());
        assertThat(first).hasValue(done);
    }

    @Test
    void and_another_one_after_its_span_when_it_renews_no_more() throws Exception {
        execute("insert into coalition.lease values ('rounds', 'a dead server', now() + interval '1 second', now())");
        server().begin("rounds", Duration.ZERO, OFTEN, first::incrementAndGet);
        Thread.sleep(300);
        assertThat(first).hasValue(0);
        until(() -> first.get() > 0);
    }

    @Test
    void and_is_interrupted_and_told_when_another_one_has_taken_over() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        server().begin("rounds", Duration.ZERO, OFTEN, () -> wait(interrupted), told::countDown);
        until(() -> first.get() > 0);

        execute("update coalition.lease set holder = 'another server', until = now() + interval '1 hour'");

        assertThat(interrupted.await(SPAN.toSeconds() * 5, TimeUnit.SECONDS)).isTrue();
        assertThat(told.await(SPAN.toSeconds() * 5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void and_again_after_a_round_that_failed() throws Exception {
        server().begin("rounds", Duration.ZERO, OFTEN, () -> {
            first.incrementAndGet();
            throw new IllegalStateException("not this time");
        });
        until(() -> first.get() > 2);
    }

    @Test
    void unless_it_is_begun_everywhere() throws Exception {
        server().beginEverywhere("looking", Duration.ZERO, OFTEN, first::incrementAndGet);
        server().beginEverywhere("looking", Duration.ZERO, OFTEN, second::incrementAndGet);
        until(() -> first.get() > 2 && second.get() > 2);
    }

    private void wait(CountDownLatch interrupted) {
        first.incrementAndGet();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }

    private LeaseKeeper server() {
        LeaseKeeper server = LeaseKeeper.of(transactions, Thread.ofVirtual().factory(), SPAN);
        servers.add(server);
        return server;
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + SPAN.toNanos() * 15;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static void execute(String command) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(command);
        }
    }
}
