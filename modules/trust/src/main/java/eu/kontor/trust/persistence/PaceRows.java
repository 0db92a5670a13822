package eu.kontor.trust.persistence;

import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.trust.api.Pace.Bound;
import eu.kontor.trust.api.Pace.Claim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** {@code coalition.pace}. Counted with every posting that spends, so with plain JDBC. */
@Service
public class PaceRows {

    private static final String CLAIM = SqlFile.read("trust/claim_pace");
    private static final String CHECK = SqlFile.read("trust/check_pace");
    private static final String GIVE_BACK = SqlFile.read("trust/give_back_pace");
    private static final String FORGET = SqlFile.read("trust/forget_pace");

    /** @param claim and {@code bound}: their places, from 0 */
    public record Over(int claim, int bound, long seconds) {}

    /** @return those that are over a limit, each once */
    public List<Over> claim(Connection connection, List<Claim> claims, Instant at) throws SQLException {
        Asked asked = new Asked();
        for (int i = 0; i < claims.size(); i++) {
            asked.add(i, claims.get(i));
        }
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, asked.claims.stream().mapToInt(i -> i).toArray());
            statement.setObject(2, asked.longs(row -> row.bound.hash(row.claim.act())));
            statement.setObject(3, asked.longs(row -> row.claim.points()));
            statement.setObject(4, asked.limits(PaceLimit::pointsPerHour));
            statement.setObject(5, asked.limits(PaceLimit::pointsPerDay));
            statement.setObject(6, asked.limits(PaceLimit::timesPerHour));
            statement.setObject(7, asked.limits(PaceLimit::timesPerDay));
            statement.setObject(8, at.atOffset(ZoneOffset.UTC));
            List<Over> over = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int place = rows.getInt("bound_nr") - 1;
                    over.add(new Over(asked.claims.get(place), asked.rows.get(place).nth, rows.getLong("seconds")));
                }
            }
            return over;
        }
    }

    /** How long until it may happen once more; empty where it may now. */
    public Optional<Long> secondsToWait(UnitOfWork unit, Act act, Bound bound, Instant at) {
        return unit.jdbi()
                .createQuery(CHECK)
                .bind("subject", bound.hash(act))
                .bind("timesHour", bound.limit().timesPerHour())
                .bind("timesDay", bound.limit().timesPerDay())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .findOne();
    }

    public void giveBack(Connection connection, Claim claim, Instant at) throws SQLException {
        Asked asked = new Asked();
        asked.add(0, claim);
        try (PreparedStatement statement = connection.prepareStatement(GIVE_BACK)) {
            statement.setObject(1, asked.longs(row -> row.bound.hash(claim.act())));
            statement.setLong(2, claim.points());
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.execute();
        }
    }

    public void forget(UnitOfWork unit, Instant at) {
        unit.jdbi()
                .createQuery(FORGET)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .one();
    }

    /** Claims and their bounds, side by side as the statement takes them. */
    private static final class Asked {
        private final List<Integer> claims = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        void add(int place, Claim claim) {
            for (int nth = 0; nth < claim.bounds().size(); nth++) {
                claims.add(place);
                rows.add(new Row(claim, claim.bounds().get(nth), nth));
            }
        }

        long[] longs(ToLongFunction<Row> value) {
            return rows.stream().mapToLong(value).toArray();
        }

        long[] limits(ToLongFunction<PaceLimit> value) {
            return longs(row -> value.applyAsLong(row.bound.limit()));
        }
    }

    private record Row(Claim claim, Bound bound, int nth) {}
}
