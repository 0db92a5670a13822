package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.InactivityPolicy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads balances without locking them. */
public final class BalanceRows {

    private static final String BALANCES = Sql.named("read/balances");
    private static final String OUTSTANDING = Sql.named("read/outstanding");
    private static final String OUTSTANDING_BY_ISSUER = Sql.named("read/outstanding_by_issuer");

    private final Connection connection;

    public BalanceRows(Connection connection) {
        this.connection = connection;
    }

    public Map<MemberId, MemberBalance> of(Collection<MemberId> members) throws SQLException {
        List<MemberId> asked = List.copyOf(members);
        Map<Long, List<PocketBalance>> pockets = new HashMap<>();
        Map<Long, LocalDate> lastActivity = new HashMap<>();
        Map<Long, Long> owed = new HashMap<>();
        try (ArrayStatement statement = new ArrayStatement(connection, BALANCES)) {
            statement.longs(asked, MemberId::value).longs(asked, MemberId::value);
            ResultSet row = statement.readFirst();
            while (row.next()) {
                LocalDate visit = row.getObject(5, LocalDate.class);
                lastActivity.put(row.getLong(1), visit);
                pockets.computeIfAbsent(row.getLong(1), member -> new ArrayList<>())
                        .add(pocket(row, visit));
            }
            ResultSet debts = statement.readNext();
            while (debts.next()) {
                owed.put(debts.getLong(1), debts.getLong(2));
            }
        }
        Map<MemberId, MemberBalance> balances = new LinkedHashMap<>();
        for (MemberId member : asked) {
            balances.put(
                    member,
                    new MemberBalance(
                            member,
                            pockets.getOrDefault(member.value(), List.of()),
                            Points.of(owed.getOrDefault(member.value(), 0L)),
                            Optional.ofNullable(lastActivity.get(member.value()))));
        }
        return balances;
    }

    private static PocketBalance pocket(ResultSet row, LocalDate lastActivity) throws SQLException {
        Pocket pocket = new Pocket(row.getInt(2));
        return new PocketBalance(
                pocket,
                Points.of(row.getLong(3)),
                Points.of(row.getLong(4)),
                Optional.of(InactivityPolicy.lapsesOn(lastActivity, pocket)));
    }

    public Points outstanding() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OUTSTANDING);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Points.of(row.getLong(1));
        }
    }

    public Map<TenantId, Points> outstandingByIssuer() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OUTSTANDING_BY_ISSUER);
                ResultSet row = statement.executeQuery()) {
            Map<TenantId, Points> outstanding = new HashMap<>();
            while (row.next()) {
                outstanding.put(new TenantId(row.getInt(1)), Points.of(row.getLong(2)));
            }
            return outstanding;
        }
    }
}
