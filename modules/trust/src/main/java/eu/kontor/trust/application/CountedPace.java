package eu.kontor.trust.application;

import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Pace;
import eu.kontor.trust.api.Signals;
import eu.kontor.trust.persistence.PaceRows;
import eu.kontor.trust.persistence.PaceRows.Over;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts in the database, in spans of ten minutes, of an hour when they are older, and forgets what is older than a day. */
@Service
public class CountedPace implements Pace {

    private static final Logger LOG = LoggerFactory.getLogger(CountedPace.class);

    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);

    private final Transactions transactions;
    private final PaceRows rows;
    private final Signals signals;
    private final Clock clock;

    @Inject
    public CountedPace(Transactions transactions, PaceRows rows, Signals signals, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.signals = signals;
        this.clock = clock;
    }

    void forgetAgainAndAgain(@Observes MigrationsDone done, LeasedRounds rounds) {
        rounds.begin("Pace", Duration.ofMinutes(1), BETWEEN_ROUNDS, this::forget);
    }

    @Override
    public List<Optional<TooFast>> claim(UnitOfWork unit, List<Claim> claims) {
        List<Optional<TooFast>> answers = new ArrayList<>(claims.size());
        claims.forEach(claim -> answers.add(Optional.empty()));
        try {
            for (Over over : rows.claim(unit.connection(), claims, now())) {
                Claim claim = claims.get(over.claim());
                answers.set(
                        over.claim(),
                        Optional.of(new TooFast(
                                claim.bounds().get(over.bound()).scope(), Duration.ofSeconds(over.seconds()))));
                signals.raise(claim.signal());
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return answers;
    }

    @Override
    public Optional<TooFast> check(UnitOfWork unit, Claim claim) {
        for (Bound bound : claim.bounds()) {
            Optional<Long> seconds = rows.secondsToWait(unit, claim.act(), bound, now());
            if (seconds.isPresent()) {
                signals.raise(claim.signal());
                return Optional.of(new TooFast(bound.scope(), Duration.ofSeconds(seconds.get())));
            }
        }
        return Optional.empty();
    }

    @Override
    public void giveBack(Claim claim) {
        try {
            transactions.asPoster(unit -> {
                rows.giveBack(unit.connection(), claim, now());
                return claim;
            });
        } catch (DatabaseFailure e) {
            LOG.warn("What did not happen stays counted for a day: {}", e.getMessage());
        }
    }

    void forget() {
        transactions.asOperator(unit -> {
            rows.forget(unit, now());
            return null;
        });
    }

    private Instant now() {
        return clock.instant();
    }
}
