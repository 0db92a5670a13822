package eu.kontor.proof.seal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.proof.api.Seals;
import eu.kontor.tenancy.application.LeaseKeeper;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SealKeeperTest {

    private static final int PATIENCE_SECONDS = 20;
    private static final int LONGER_THAN_A_DISTANCE_MILLISECONDS = 1_500;

    private final AtomicInteger attempts = new AtomicInteger();
    private final Semaphore attempted = new Semaphore(0);
    private final LeaseKeeper server = LeaseKeeper.of(
            KontorDatabase.shared().transactions(), Thread.ofVirtual().factory(), Duration.ofSeconds(15));
    private final SealKeeper keeper = new SealKeeper(failingAtFirst(), server, 1);

    @Test
    void goes_on_after_a_failure_until_it_is_stopped() throws Exception {
        keeper.start();

        assertThat(attempted.tryAcquire(3, PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("three attempts, of which the first failed")
                .isTrue();
        server.stop();
        int made = attempts.get();
        Thread.sleep(LONGER_THAN_A_DISTANCE_MILLISECONDS);
        assertThat(attempts).hasValue(made);
    }

    private Seals failingAtFirst() {
        return (Seals) Proxy.newProxyInstance(
                Seals.class.getClassLoader(), new Class<?>[] {Seals.class}, (seals, method, arguments) -> {
                    if (!method.getName().equals("seal")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    int attempt = attempts.incrementAndGet();
                    attempted.release();
                    if (attempt == 1) {
                        throw new IllegalStateException("the database does not answer");
                    }
                    return 1L;
                });
    }
}
