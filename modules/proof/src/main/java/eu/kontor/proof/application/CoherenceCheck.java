package eu.kontor.proof.application;

import eu.kontor.proof.api.LedgerIsCoherent;
import eu.kontor.proof.api.Reached;
import eu.kontor.proof.persistence.CoherenceRules;
import eu.kontor.proof.persistence.CoherenceScreen;
import eu.kontor.proof.persistence.CoherenceWalk;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every rule of {@link CoherenceRules} against one snapshot, so that postings under way do not look like mistakes.
 *
 * <p>First {@link CoherenceScreen} reads every table once and clears the rules that hold; what it cannot clear is looked at row
 * by row. When nothing was found, how far that was seen, and the sums up to there, are remembered ({@link CoherenceWalk}).
 */
@Service
public class CoherenceCheck implements LedgerIsCoherent {

    private static final Logger LOG = LoggerFactory.getLogger(CoherenceCheck.class);

    /** Sorting some million rows in memory, but not a server's whole memory; one check runs at a time. */
    private static final String SETTINGS =
            "set local plan_cache_mode = force_custom_plan; set local work_mem = '128MB'";

    /** SQLSTATE class of numbers that do not fit: somebody stored one that is too large to be added up. */
    private static final String DATA_EXCEPTION = "22";

    private final Transactions transactions;
    private final Clock clock;
    private final LongSupplier keys;

    @Inject
    public CoherenceCheck(Transactions transactions, Clock clock) {
        this(transactions, clock, new SecureRandom()::nextLong);
    }

    /** @param keys of hashes */
    CoherenceCheck(Transactions transactions, Clock clock, LongSupplier keys) {
        this.transactions = transactions;
        this.clock = clock;
        this.keys = keys;
    }

    @Override
    public Verdict check(Reached reached) {
        return check(true, reached);
    }

    @Override
    public Verdict checkFromScratch(Reached reached) {
        return check(false, reached);
    }

    private record Checked(Verdict verdict, Optional<CoherenceWalk> walk) {}

    private Verdict check(boolean trustsTheLatestWalk, Reached reached) {
        Checked checked = transactions.asAuditor(unit -> check(unit, trustsTheLatestWalk, reached));
        checked.walk()
                .ifPresent(walk -> transactions.asOperator(unit -> {
                    walk.insert(unit.connection(), clock.instant());
                    return walk;
                }));
        return checked.verdict();
    }

    private Checked check(UnitOfWork unit, boolean trustsTheLatestWalk, Reached reached) throws SQLException {
        Instant start = clock.instant();
        Connection connection = unit.connection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        CoherenceWalk walk = trustsTheLatestWalk ? CoherenceWalk.latest(connection) : CoherenceWalk.NONE;
        Steps steps = new Steps(reached);
        CoherenceScreen screen = new CoherenceScreen(connection, walk, keys.getAsLong(), steps::window);
        boolean canBeAddedUp = canBeAddedUp(connection, screen);
        CoherenceRules rules = new CoherenceRules(unit.jdbi());
        List<Finding> findings = new ArrayList<>();
        for (String rule : CoherenceRules.NAMES) {
            steps.rule();
            boolean isDue = !trustsTheLatestWalk || !CoherenceRules.FROM_SCRATCH_ONLY.contains(rule);
            if (isDue && (!canBeAddedUp || screen.mayBeBroken(rule))) {
                LOG.debug("Looking at {} row by row", rule);
                findings.addAll(rules.broken(rule, canBeAddedUp ? screen.orderIsOpenFrom() : 0));
            }
        }
        Optional<CoherenceWalk> walked = findings.isEmpty() && canBeAddedUp ? screen.toRemember() : Optional.empty();
        long milliseconds = Duration.between(start, clock.instant()).toMillis();
        long transfers = canBeAddedUp ? screen.transfers() : 0;
        long members = canBeAddedUp ? screen.members() : 0;
        return new Checked(new Verdict(transfers, members, findings, milliseconds), walked);
    }

    /** A number too large to be added up is a reason to look at every rule, not a reason to give up. */
    private static boolean canBeAddedUp(Connection connection, CoherenceScreen screen) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            screen.read();
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith(DATA_EXCEPTION)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    /** Windows to be read, and then rules, as one row of steps. */
    private static final class Steps {
        private final Reached reached;
        private long done;
        private long all = CoherenceRules.NAMES.size();

        Steps(Reached reached) {
            this.reached = reached;
        }

        void window(long read, long windows) {
            all = windows + CoherenceRules.NAMES.size();
            done = read;
            reached.now(done, all);
        }

        void rule() {
            reached.now(done++, all);
        }
    }
}
