package eu.kontor.it.whole;

import java.time.Duration;

/** Waits for what comes by itself, and fails when it does not come. */
public final class Await {

    private static final int BETWEEN_LOOKS_MILLISECONDS = 100;

    private Await() {}

    /** Whether it has come. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    /**
     * @param what is waited for, as the failure names it
     * @throws AssertionError when it has not come within the patience
     */
    public static void until(String what, Duration patience, Condition condition) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLISECONDS);
        }
    }
}
