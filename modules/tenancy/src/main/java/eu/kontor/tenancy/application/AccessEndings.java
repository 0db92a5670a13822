package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.EndedAccess;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.EndedAccessRecords;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Writes down whose access ended, and has every node know it: roles are in tokens and browser sessions, and neither asks the identity
 * provider again before it ends.
 */
@Service
public class AccessEndings implements EndedAccess {

    /** A session ends within a minute of the change; one small query per node and span. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Longer than any token or session lives: Keycloak's longest is twelve hours. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Transactions transactions;
    private final EndedAccessRecords records;

    /** Tokens are made by the machines' time, whatever the service believes the time is. */
    private final Clock machines = Clock.systemUTC();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, Instant> ended = Map.of();

    @Inject
    public AccessEndings(Transactions transactions, EndedAccessRecords records) {
        this.transactions = transactions;
        this.records = records;
    }

    void begin(@Observes MigrationsDone migrated, LeasedRounds rounds) {
        rounds.beginEverywhere("ended access", Duration.ZERO, LOOK_AGAIN, this::look);
    }

    @Override
    public boolean isEnded(String subject, Instant granted) {
        Instant end = ended.get(subject);
        return end != null && granted.isBefore(end);
    }

    @Override
    public void whenEnded(Runnable heard) {
        listeners.add(heard);
    }

    /**
     * What was granted to the subjects until now does not count any more; what is granted after this returned does. Tokens say in whole
     * seconds when they were issued, so that what is issued in the second of a change cannot be told from what was issued before it: the
     * end is that second's end, and nobody is turned out before it has come. All of one change wait for it together.
     *
     * @param reasons by subject, for the operator who reads the table
     */
    public void end(Map<String, String> reasons) {
        Instant now = machines.instant();
        Instant end = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        transactions.asOperator(unit -> {
            records.forgetBefore(unit, now.minus(KEPT));
            reasons.forEach((subject, reason) -> records.end(unit, subject, end, reason));
            return null;
        });
        await(end);
        look();
    }

    /** Should somebody interrupt it, the next round of every node finds the end all the same. */
    private void await(Instant moment) {
        while (machines.instant().isBefore(moment) && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.between(machines.instant(), moment).toNanos());
        }
    }

    private synchronized void look() {
        Instant latest = machines.instant();
        Map<String, Instant> now = transactions.asOperator(records::all).entrySet().stream()
                .filter(end -> !end.getValue().isAfter(latest))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean isNews = !now.equals(ended);
        ended = now;
        if (isNews) {
            listeners.forEach(Runnable::run);
        }
    }
}
