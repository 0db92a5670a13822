package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Reached;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads every table once and says which rules may be broken, so that only those are looked at row by row.
 *
 * <p>Sums of keyed hashes over one table must equal those over another; {@code docs/0010-coherence.md} says why equal sums
 * mean that nothing is wrong. It never clears a rule that it does not know.
 */
public final class CoherenceScreen {

    private static final String GIVEN = Sql.named("coherence/screen/given");
    private static final String WINDOWS_TO_READ = Sql.named("coherence/screen/windows_to_read");
    private static final String TRANSFERS_OF_WINDOW = Sql.named("coherence/screen/transfers_of_window");
    private static final String UNASKED = Sql.named("coherence/screen/unasked");

    /** One row each, with the key as every parameter. */
    private static final List<String> OTHER_TABLES =
            List.of("requests", "balances", "holds", "hold_outcomes", "reversals", "debts", "windows");

    /** Places on a line and members are hashed as 32 bits. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 30);

    private final Connection connection;
    private final long key;
    private final CoherenceWalk walk;
    private final Map<String, BigDecimal> sums = new HashMap<>();
    private int windowsRead;

    /**
     * @param key another one for every check, from a source that nobody can foresee
     * @param walk the latest
     */
    public CoherenceScreen(Connection connection, long key, CoherenceWalk walk) {
        this.connection = connection;
        this.key = key;
        this.walk = walk;
    }

    /** What comes before the transfers are read: which accounts a kind has, which windows are closed, how far seals reach. */
    private record Given(String sealedUntil, Array accounts, Array closedWindows) {}

    /** Dates as dates: a text that is to be cast would be parsed again for every transfer. */
    private record WindowToRead(LocalDate from, LocalDate until, LocalDate begins, LocalDate ends, String closedXid) {}

    /** @param reached hears of the windows whose transfers were read */
    public void read(Reached reached) throws SQLException {
        Given given = given();
        List<WindowToRead> windows = windows();
        for (int read = 0; read < windows.size(); read++) {
            reached.now(read, windows.size());
            BigDecimal before = sums.getOrDefault("asked_elsewhere", BigDecimal.ZERO);
            readTransfers(given, windows.get(read));
            sums.merge("unasked", BigDecimal.ZERO, BigDecimal::add);
            if (sum("asked_elsewhere").compareTo(before) > 0) {
                countUnasked(windows.get(read));
            }
            windowsRead++;
        }
        for (String table : OTHER_TABLES) {
            try (PreparedStatement statement = connection.prepareStatement(Sql.named("coherence/screen/" + table))) {
                for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                    statement.setLong(i, key);
                }
                readSums(statement);
            }
        }
    }

    public long transfers() {
        return sum("transfers").longValue();
    }

    public long members() {
        return sum("members").longValue();
    }

    /** True when there are transfers that belong to no walk yet, or the walked ones are not what they were. */
    public boolean isWalkOutdated() {
        return !isWalkIntact() || !none("not_walked");
    }

    /** @return false only if the rule holds */
    public boolean mayBeBroken(String rule) {
        return areMembersTooMany()
                || switch (rule) {
                    case "accounts_fit_the_kind" -> !none("misfits");
                    case "transfer_numbers_are_unique" -> isWalkOutdated();
                    case "balances_equal_transfers" -> !doLinesReachTheirEnds();
                    case "earnings_tile_their_line", "consumptions_tile_their_line" ->
                        !doLinesReachTheirEnds() || isWalkOutdated();
                    case "holds_equal_held_points" -> !equal("balance_held", "open_holds");
                    case "captures_redeem_what_they_say" ->
                        !equal("redeemed", "captured") || !none("impossible_outcomes");
                    case "reversals_equal_transfers" ->
                        !equal("taken_back", "reversal_taken") || !none("impossible_reversals");
                    case "gifts_arrive_whole", "gifts_keep_their_issuer" -> !none("gifts") || !none("gift_rows");
                    case "lapses_were_announced" -> !none("lapses");
                    case "debts_equal_reversals_and_repayments" ->
                        !equal("debt_incurred", "reversal_owed")
                                || !equal("debt_repaid", "repaid")
                                || !none("impossible_debts");
                    case "nobody_owes_and_has_points" -> !none("open_debts");
                    case "requests_have_their_transfers" -> !areRequestsCarriedOut();
                    case "transfers_have_their_request" -> !areRequestsCarriedOut() || !none("unasked");
                    case "transfers_fit_their_window" -> !none("misplaced");
                    case "closed_windows_stay_frozen" ->
                        !equal("position_points", "frozen_points")
                                || !equal("more_position_points", "more_frozen_points")
                                || !equal("position_transfers", "frozen_transfers");
                    case "seals_count_their_rows" -> !equal("sealed", "sealed_pages");
                    default -> true;
                };
    }

    /** @return from which transaction on order must be looked at: 0 unless everything else about lines is right */
    public long orderIsOpenFrom() {
        return !areMembersTooMany() && doLinesReachTheirEnds() && isWalkIntact() ? walk.untilXid() : 0;
    }

    private boolean doLinesReachTheirEnds() {
        return none("misfits")
                && none("impossible_balances")
                && sum("last_place").compareTo(MOST) < 0
                && sum("line_starts")
                        .add(sum("balance_ends"))
                        .equals(sum("line_ends").add(sum("balance_starts")));
    }

    private boolean areMembersTooMany() {
        return sum("last_member").compareTo(MOST) >= 0;
    }

    private boolean isWalkIntact() {
        return sum("walked_transfers").longValue() == walk.transfers()
                && sum("walked").compareTo(walk.content()) == 0;
    }

    private boolean areRequestsCarriedOut() {
        return none("misfits")
                && none("answered_refusals")
                && none("unknown_acts")
                && equal("earned", "request_earned")
                && equal("moved", "request_moved")
                && equal("held", "request_held")
                && equal("captures", "request_captures")
                && equal("reversals", "request_reversals")
                && equal("gift_rows", "request_gifts");
    }

    private boolean none(String name) {
        return sum(name).signum() == 0;
    }

    private boolean equal(String one, String other) {
        return sum(one).compareTo(sum(other)) == 0;
    }

    private BigDecimal sum(String name) {
        BigDecimal sum = sums.get(name);
        if (sum == null && windowsRead == 0) {
            return BigDecimal.ZERO;
        }
        if (sum == null) {
            throw new IllegalArgumentException("the screen has no sum " + name);
        }
        return sum;
    }

    private Given given() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GIVEN);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Given(row.getString(1), row.getArray(2), row.getArray(3));
        }
    }

    private List<WindowToRead> windows() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WINDOWS_TO_READ);
                ResultSet row = statement.executeQuery()) {
            List<WindowToRead> windows = new ArrayList<>();
            while (row.next()) {
                windows.add(new WindowToRead(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5)));
            }
            return windows;
        }
    }

    private void readTransfers(Given given, WindowToRead window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRANSFERS_OF_WINDOW)) {
            statement.setLong(1, key);
            statement.setObject(2, window.from());
            statement.setObject(3, window.until());
            statement.setObject(4, window.begins());
            statement.setObject(5, window.ends());
            statement.setString(6, window.closedXid());
            statement.setArray(7, given.closedWindows());
            statement.setArray(8, given.accounts());
            statement.setString(9, given.sealedUntil());
            statement.setString(10, String.valueOf(walk.untilXid()));
            statement.setLong(11, walk.key());
            readSums(statement);
        }
    }

    /** One row: numbers to be added to those of the same name, and maxima. */
    private void readSums(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                String name = row.getMetaData().getColumnLabel(column);
                BigDecimal value = row.getBigDecimal(column);
                BigDecimal addend = value == null ? BigDecimal.ZERO : value;
                sums.merge(name, addend, name.startsWith("last_") ? BigDecimal::max : BigDecimal::add);
            }
        }
    }

    private void countUnasked(WindowToRead window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNASKED)) {
            statement.setObject(1, window.from());
            statement.setObject(2, window.until());
            readSums(statement);
        }
    }
}
