package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WhoHasTheConnectionsIsToldTest {

    private final AtomicLong now = new AtomicLong();
    private final ConnectionHolders holders = new ConnectionHolders(now::get);

    @Test
    void with_the_place_where_each_of_them_is_the_longest_first() throws InterruptedException {
        CountDownLatch isHeld = new CountDownLatch(1);
        CountDownLatch mayGo = new CountDownLatch(1);
        Thread forgetful = Thread.ofVirtual().name("forgetful").start(() -> {
            holders.took("tenant 7");
            isHeld.countDown();
            waitFor(mayGo);
            holders.gaveBack();
        });
        isHeld.await();
        while (forgetful.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        now.addAndGet(TimeUnit.SECONDS.toNanos(180));
        holders.took("operator");

        assertThat(holders.oldest())
                .startsWith("2 connections are in use. forgetful has had one for 180000 ms as tenant 7")
                .contains("WhoHasTheConnectionsIsToldTest.waitFor")
                .contains("for 0 ms as operator");

        mayGo.countDown();
        forgetful.join();
        holders.gaveBack();
        assertThat(holders.oldest()).startsWith("0 connections");
    }

    @Test
    void once_a_minute() {
        assertThat(holders.isToBeTold()).isTrue();
        assertThat(holders.isToBeTold()).isFalse();
        now.addAndGet(TimeUnit.SECONDS.toNanos(59));
        assertThat(holders.isToBeTold()).isFalse();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(holders.isToBeTold()).isTrue();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
