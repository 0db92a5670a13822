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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

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
     * What was granted to the subject until now does not count any more; what is granted from now on does.
     *
     * @param reason for the operator who reads the table
     */
    public void end(String subject, String reason) {
        Instant now = machines.instant();
        transactions.asOperator(unit -> {
            records.forgetBefore(unit, now.minus(KEPT));
            records.end(unit, subject, now, reason);
            return null;
        });
        look();
    }

    private synchronized void look() {
        Map<String, Instant> now = transactions.asOperator(records::all);
        boolean isNews = !now.equals(ended);
        ended = now;
        if (isNews) {
            listeners.forEach(Runnable::run);
        }
    }
}
