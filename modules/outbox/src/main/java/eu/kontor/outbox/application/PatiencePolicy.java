package eu.kontor.outbox.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Policy: a member whose messages failed waits, each time twice as long, from {@link #FIRST_WAIT} to {@link #LONGEST_WAIT}. It is remembered
 * on this node only; after a restart everything is tried at once.
 */
final class PatiencePolicy {

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** Long enough not to fill the log, short enough that a repaired cause is noticed soon. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<Key, Wait> waits = new ConcurrentHashMap<>();

    PatiencePolicy(Clock clock) {
        this.clock = clock;
    }

    List<MemberId> mustWait(TenantId tenant) {
        Instant now = clock.instant();
        return waits.entrySet().stream()
                .filter(wait -> wait.getKey().tenant().equals(tenant)
                        && now.isBefore(wait.getValue().until()))
                .map(wait -> wait.getKey().member())
                .toList();
    }

    void failed(TenantId tenant, MemberId member) {
        waits.merge(
                new Key(tenant, member),
                new Wait(FIRST_WAIT, clock.instant().plus(FIRST_WAIT)),
                (before, first) -> before.longer(clock.instant()));
    }

    void succeeded(TenantId tenant, MemberId member) {
        waits.remove(new Key(tenant, member));
    }

    private record Key(TenantId tenant, MemberId member) {}

    private record Wait(Duration span, Instant until) {
        Wait longer(Instant now) {
            Duration doubled = span.multipliedBy(2);
            Duration next = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
            return new Wait(next, now.plus(next));
        }
    }
}
