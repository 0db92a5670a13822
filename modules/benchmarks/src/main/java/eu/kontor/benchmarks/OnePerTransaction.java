package eu.kontor.benchmarks;

import eu.kontor.ledger.api.Posting.Earn;
import eu.kontor.ledger.domain.RequestMark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The reference R1: the same posting (balance, request key, transfer) sent one per transaction over plain JDBC with
 * prepared statements, by connections that work side by side.
 */
final class OnePerTransaction implements Measurement {

    private static final int[] CONNECTIONS = {1, 8, 32};

    private static final String LOCK = BenchmarkSql.named("reference_lock");
    private static final String INSERT_REQUEST = BenchmarkSql.named("reference_insert_request");
    private static final String INSERT_TRANSFER = BenchmarkSql.named("reference_insert_transfer");
    private static final String UPDATE_BALANCE = BenchmarkSql.named("reference_update_balance");

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        return measure(bench, bench.ledger(), references, "");
    }

    /** @param when is added to the figures' names */
    static List<Figure> measure(Bench bench, LedgerDatabase ledger, References references, String when)
            throws Exception {
        List<Figure> figures = new ArrayList<>();
        double best = 0;
        for (int connections : CONNECTIONS) {
            double rate = Rate.of(bench.options(), connections, number -> new Till(bench, ledger, number));
            figures.add(Figure.of("one posting per transaction, " + connections + " connections" + when, rate, "1/s"));
            best = Math.max(best, rate);
        }
        references.put(References.R1, best);
        figures.add(Figure.of("R1 = the best of these" + when, best, "1/s"));
        return figures;
    }

    @Override
    public boolean isReference() {
        return true;
    }

    @Override
    public Duration takes(Options options) {
        return duration(options);
    }

    static Duration duration(Options options) {
        return options.each().multipliedBy(CONNECTIONS.length);
    }

    private static final class Till implements Rate.Work {

        private final Connection connection;
        private final PreparedStatement lock;
        private final PreparedStatement insertRequest;
        private final PreparedStatement insertTransfer;
        private final PreparedStatement updateBalance;
        private final OffsetDateTime now;
        private final Load load;

        Till(Bench bench, LedgerDatabase ledger, int number) throws SQLException {
            connection = ledger.posterSession();
            connection.setAutoCommit(false);
            lock = connection.prepareStatement(LOCK);
            insertRequest = connection.prepareStatement(INSERT_REQUEST);
            insertTransfer = connection.prepareStatement(INSERT_TRANSFER);
            updateBalance = connection.prepareStatement(UPDATE_BALANCE);
            now = bench.clock().instant().atOffset(ZoneOffset.UTC);
            load = Load.uniform(bench.today(), new SplittableRandom(number));
        }

        @Override
        public long once() throws SQLException {
            Earn purchase = load.purchase();
            long member = purchase.member().value();
            long points = purchase.points().value();
            lock.setLong(1, member);
            lock.setInt(2, Load.POCKET.code());
            long earned;
            long number;
            long available;
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                earned = row.getLong(1);
                available = row.getLong(2);
                number = row.getLong(3);
            }
            insertRequest.setLong(1, member);
            insertRequest.setLong(2, number);
            insertRequest.setLong(3, points);
            insertRequest.setLong(4, available + points);
            insertRequest.setObject(5, now);
            insertRequest.setInt(6, purchase.tenant().value());
            RequestMark mark = RequestMark.of(purchase);
            insertRequest.setLong(7, mark.keyHash());
            insertRequest.setLong(8, mark.fingerprint());
            insertRequest.setLong(9, mark.ticket(0).orElseThrow());
            insertRequest.executeUpdate();
            insertTransfer.setLong(1, member);
            insertTransfer.setLong(2, number + 1);
            insertTransfer.setLong(3, number);
            insertTransfer.setLong(4, points);
            insertTransfer.setLong(5, earned);
            insertTransfer.setObject(6, now);
            insertTransfer.setObject(7, purchase.businessDate().withDayOfMonth(1));
            insertTransfer.setObject(8, purchase.businessDate());
            insertTransfer.setInt(9, purchase.tenant().value());
            insertTransfer.setInt(10, purchase.outlet());
            insertTransfer.setInt(11, purchase.programVersion());
            insertTransfer.setInt(12, Load.POCKET.code());
            insertTransfer.executeUpdate();
            updateBalance.setLong(1, points);
            updateBalance.setObject(2, purchase.businessDate());
            updateBalance.setLong(3, member);
            updateBalance.setInt(4, Load.POCKET.code());
            updateBalance.executeUpdate();
            connection.commit();
            return 1;
        }

        /** The next rate is not measured beside connections of this one. */
        @Override
        public void end() throws SQLException {
            connection.close();
        }
    }
}
