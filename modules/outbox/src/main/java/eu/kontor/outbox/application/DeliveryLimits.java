package eu.kontor.outbox.application;

import java.time.Duration;

/**
 * How much is delivered at once, and how long it may take.
 *
 * @param batchesAtOnce tenants whose messages are handled in bulk at the same time, each on one connection
 * @param batch how long the handlers may take for one batch
 * @param keysAtOnce messages that are handled by themselves at the same time
 * @param keysOfOneTenant how many of them may be one tenant's, so that one with many that hang leaves room to the others
 * @param key how long the handlers may take for one message
 */
public record DeliveryLimits(int batchesAtOnce, Duration batch, int keysAtOnce, int keysOfOneTenant, Duration key) {

    /**
     * Ten connections of the pool's twenty-four at most. A batch takes some tens of milliseconds; one message may wait for a mail
     * server.
     */
    public static final DeliveryLimits USUAL =
            new DeliveryLimits(4, Duration.ofSeconds(5), 6, 3, Duration.ofSeconds(10));
}
