package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.ActKind;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.Debt;
import eu.kontor.ledger.domain.HoldEnding;
import eu.kontor.ledger.domain.HoldPart;
import eu.kontor.ledger.domain.KnownHold;
import eu.kontor.ledger.domain.KnownRequest;
import eu.kontor.ledger.domain.PocketLine;
import eu.kontor.ledger.domain.Purchase;
import eu.kontor.ledger.domain.RememberedRefusal;
import eu.kontor.ledger.domain.RequestId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a batch reads before it decides, in the order in which it must be read. */
public final class PostingReads {

    private static final String BEGIN = Sql.named("post/begin");
    private static final String ANNOUNCE_MEMBERS = Sql.named("post/announce_members");
    private static final String CREATE_BALANCES = Sql.named("post/create_balances");
    private static final String LOCK_BALANCES = Sql.named("post/lock_balances");
    private static final String READ_REQUESTS_AND_DEBTS = Sql.named("post/read_requests_and_debts");
    private static final String READ_HOLDS = Sql.named("post/read_holds");
    private static final String READ_PURCHASES = Sql.named("post/read_purchases");

    private final Connection connection;

    public PostingReads(Connection connection) {
        this.connection = connection;
    }

    /** @param pocket 0 where any pocket will do */
    public record WantedBalance(long member, int pocket) {}

    /** @param posting the number of a hold or purchase */
    public record WantedPosting(long member, long posting) {}

    /** @param missing balances that have no row yet */
    public record Begun(List<LocalDate> openWindows, List<WantedBalance> missing) {}

    /** Keeps windows from closing until the transaction ends. */
    public Begun begin(List<WantedBalance> wanted) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, BEGIN)) {
            statement.longs(wanted, WantedBalance::member).ints(wanted, WantedBalance::pocket);
            statement.readFirst();
            List<LocalDate> open = new ArrayList<>();
            ResultSet windows = statement.readNext();
            while (windows.next()) {
                open.add(windows.getObject(1, LocalDate.class));
            }
            List<WantedBalance> missing = new ArrayList<>();
            ResultSet rows = statement.readNext();
            while (rows.next()) {
                missing.add(new WantedBalance(rows.getLong(1), rows.getInt(2)));
            }
            return new Begun(open, missing);
        }
    }

    /** Gives every member of the batch a row that can be locked. Must come before any lock. */
    public void create(List<WantedBalance> missing) throws SQLException {
        if (missing.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, ANNOUNCE_MEMBERS)) {
            statement.longs(missing, WantedBalance::member).read();
        }
        List<WantedBalance> fresh =
                missing.stream().filter(balance -> balance.pocket() != 0).toList();
        try (ArrayStatement statement = new ArrayStatement(connection, CREATE_BALANCES)) {
            statement
                    .longs(fresh, WantedBalance::member)
                    .ints(fresh, WantedBalance::pocket)
                    .write();
        }
    }

    public void lockBalances(List<Long> members, BatchDecision decision) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, LOCK_BALANCES)) {
            statement
                    .longs(members, Long::longValue)
                    .longs(members, Long::longValue)
                    .readFirst();
            ResultSet row = statement.readNext();
            while (row.next()) {
                decision.account(row.getLong(1))
                        .has(new PocketLine(
                                new Pocket(row.getInt(2)),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getObject(6, LocalDate.class)));
            }
        }
    }

    /** @return the number from which the batch may count on, for {@link PostingNumbers#BLOCK} numbers */
    public long readRequestsAndDebts(List<RequestId> requests, List<Long> members, BatchDecision decision)
            throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, READ_REQUESTS_AND_DEBTS)) {
            ResultSet block = statement
                    .longs(requests, RequestId::member)
                    .ints(requests, RequestId::tenant)
                    .bytes(requests, RequestId::keyHash)
                    .longs(members, Long::longValue)
                    .readFirst();
            block.next();
            long number = block.getLong(1);
            ResultSet known = statement.readNext();
            while (known.next()) {
                decision.knows(request(known));
            }
            ResultSet debts = statement.readNext();
            while (debts.next()) {
                decision.account(debts.getLong(1))
                        .has(new Debt(debts.getInt(2), debts.getInt(3), debts.getLong(4), debts.getLong(5)));
            }
            return number;
        }
    }

    private static KnownRequest request(ResultSet row) throws SQLException {
        String refusal = row.getString(6);
        return new KnownRequest(
                RequestId.of(row.getLong(1), row.getInt(2), row.getBytes(3)),
                ActKind.ofCode(row.getString(5).charAt(0)),
                row.getBytes(4),
                refusal.isEmpty() ? Optional.empty() : Optional.of(RememberedRefusal.parse(refusal)),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                instant(row, 10));
    }

    /** @param asked holds that items of the batch name, read even if they ended */
    public void readHolds(List<Long> members, List<WantedPosting> asked, BatchDecision decision) throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, READ_HOLDS)) {
            ResultSet row = statement
                    .longs(members, Long::longValue)
                    .longs(asked, WantedPosting::posting)
                    .read();
            List<HoldPart> parts = new ArrayList<>();
            boolean more = row.next();
            while (more) {
                long member = row.getLong(1);
                long number = row.getLong(2);
                int tenant = row.getInt(3);
                int outlet = row.getInt(4);
                Instant expires = instant(row, 5);
                Optional<HoldEnding> ending =
                        Optional.ofNullable(row.getString(8)).map(code -> HoldEnding.ofCode(code.charAt(0)));
                parts.clear();
                do {
                    parts.add(new HoldPart(new Pocket(row.getInt(6)), row.getLong(7)));
                    more = row.next();
                } while (more && row.getLong(1) == member && row.getLong(2) == number);
                decision.account(member).has(new KnownHold(number, tenant, outlet, expires, parts, ending));
            }
        }
    }

    public void readPurchases(List<WantedPosting> asked, BatchDecision decision) throws SQLException {
        if (asked.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, READ_PURCHASES)) {
            ResultSet row = statement
                    .longs(asked, WantedPosting::member)
                    .longs(asked, WantedPosting::posting)
                    .read();
            while (row.next()) {
                int pocket = row.getInt(5);
                decision.account(row.getLong(1))
                        .has(new Purchase(
                                row.getLong(2),
                                row.getInt(3),
                                row.getInt(4),
                                pocket == 0 ? Optional.empty() : Optional.of(new Pocket(pocket)),
                                row.getLong(6),
                                row.getLong(7),
                                row.getBoolean(8)));
            }
        }
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
