package eu.kontor.trust.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.Signals;
import eu.kontor.trust.persistence.SignalRows;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what is raised, counts what is the same, and writes it every second. A till that is refused must not wait for a row that tells of it, and
 * a thousand refusals a second are one row.
 */
@Service
public class RaisedSignals implements Signals {

    private static final Logger LOG = LoggerFactory.getLogger(RaisedSignals.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Different ones that may wait while the database answers nobody; some megabytes. */
    private static final int MOST_WAITING = 2_000;

    private final Transactions transactions;
    private final SignalRows rows;
    private final Clock clock;
    private final Map<Sameness, Raised> waiting = new LinkedHashMap<>();

    @Inject
    public RaisedSignals(Transactions transactions, SignalRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    void writeAgainAndAgain(@Observes MigrationsDone done, LeasedRounds rounds) {
        rounds.beginEverywhere("Signals", PAUSE, PAUSE, this::write);
    }

    @Override
    public void raise(Signal signal) {
        Sameness same = Sameness.of(signal);
        Raised now = new Raised(signal, clock.instant(), 1);
        boolean isNew;
        synchronized (waiting) {
            if (!waiting.containsKey(same) && waiting.size() >= MOST_WAITING) {
                LOG.error("{} signals wait for the database; one more is only told here: {}", MOST_WAITING, same);
                return;
            }
            isNew = waiting.merge(same, now, Raised::andAgain) == now;
        }
        if (isNew) {
            LOG.warn("Looks like fraud: {}", same);
        }
    }

    @Override
    public void raise(UnitOfWork unit, Signal signal) {
        rows.raise(unit, signal, clock.instant(), 1);
    }

    /** One transaction each: one that the database does not take keeps none of the others. */
    public void write() {
        Map<Sameness, Raised> taken;
        synchronized (waiting) {
            taken = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        taken.forEach(this::write);
    }

    private void write(Sameness same, Raised raised) {
        try {
            transactions.asOperator(unit -> {
                rows.raise(unit, raised.signal(), raised.at(), raised.times());
                return raised;
            });
        } catch (RuntimeException e) {
            LOG.error("A signal could not be written, and is told here only: {} {} times", same, raised.times(), e);
        }
    }

    /** What makes two the same. */
    private record Sameness(
            SignalKind kind, Optional<TenantId> tenant, Signal.About about, Optional<String> occurrence) {

        static Sameness of(Signal signal) {
            return new Sameness(signal.kind(), signal.tenant(), signal.about(), signal.occurrence());
        }
    }

    private record Raised(Signal signal, Instant at, int times) {

        Raised andAgain(Raised later) {
            return new Raised(signal, at, times + later.times());
        }
    }
}
