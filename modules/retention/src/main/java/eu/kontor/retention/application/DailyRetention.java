package eu.kontor.retention.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.retention.api.RetentionPeriods;
import eu.kontor.retention.persistence.RunsOfRetention;
import eu.kontor.tenancy.api.KeptForATime;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.PartlyRemoved;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a day, kind by kind, removes what its period has ended for. A kind that fails holds up no other, says why, and is tried again an hour later. */
@Service
public class DailyRetention implements RetentionPeriods {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRetention.class);

    private static final Duration PAUSE = Duration.ofHours(1);

    /** So that it runs once a day although rounds are not quite an hour apart. */
    private static final Duration ALMOST_A_DAY = Duration.ofHours(23);

    private static final int LONGEST_FAILURE = 200;

    private final Transactions transactions;
    private final Tenants tenants;
    private final RunsOfRetention runs;
    private final List<KeptForATime> kinds;
    private final Clock clock;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public DailyRetention(
            Transactions transactions,
            Tenants tenants,
            RunsOfRetention runs,
            Instance<KeptForATime> kinds,
            Clock clock) {
        this(transactions, tenants, runs, kinds.stream().toList(), clock);
    }

    /** For who knows the kinds by other means. */
    public DailyRetention(
            Transactions transactions, Tenants tenants, RunsOfRetention runs, List<KeptForATime> kinds, Clock clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.runs = runs;
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(KeptForATime::kind)).toList();
        this.clock = clock;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Retention", Duration.ofMinutes(10), PAUSE, this::round);
    }

    @Override
    public List<Kept> all(Caller caller) {
        caller.mustBe(Role.OPERATOR);
        Map<String, Run> last = transactions.asOperator(runs::byKind);
        Map<String, Period> said = tenants.coalition().retention();
        return kinds.stream()
                .map(kept -> new Kept(
                        kept.kind(),
                        said.getOrDefault(kept.kind(), kept.usual()),
                        !said.containsKey(kept.kind()),
                        Optional.ofNullable(last.get(kept.kind()))))
                .toList();
    }

    /** Before the coalition is described nothing says how long. */
    public void round() {
        if (!tenants.isConfigured()) {
            return;
        }
        Map<String, Run> last = transactions.asOperator(runs::byKind);
        for (KeptForATime kept : kinds) {
            Run before = last.get(kept.kind());
            boolean isDue = before == null
                    || before.failure().isPresent()
                    || before.at().plus(ALMOST_A_DAY).isBefore(clock.instant());
            if (isDue) {
                run(kept);
            }
        }
    }

    private void run(KeptForATime kept) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Period period = tenants.coalition().retention().getOrDefault(kept.kind(), kept.usual());
        Instant before = now.atZone(tenants.coalition().zone()).minus(period).toInstant();
        long removed = 0;
        Optional<String> failure = Optional.empty();
        try {
            removed = kept.remove(before);
        } catch (RuntimeException e) {
            removed = e instanceof PartlyRemoved partly ? partly.removed() : 0;
            LOG.warn("What is older than its period could not be removed of {}", kept.kind(), e);
            failure = Optional.of(shortened(e));
        }
        long gone = removed;
        Optional<String> why = failure;
        transactions.asOperator(unit -> {
            runs.remember(unit, kept.kind(), before, gone, why, now);
            return kept;
        });
    }

    private static String shortened(RuntimeException failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.length() > LONGEST_FAILURE ? message.substring(0, LONGEST_FAILURE) : message;
    }
}
