package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.Announced;
import eu.kontor.ledger.domain.Lot;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs out by itself: points whose announced day has come, and holds that nobody captured. */
public final class ExpiryRows {

    private static final String DUE_MEMBERS = SqlFile.read("ledger/expiry/due_members");
    private static final String COUNT_DUE_MEMBERS = SqlFile.read("ledger/expiry/count_due_members");
    private static final String NOTICES_IN_FORCE = SqlFile.read("ledger/expiry/notices_in_force");
    private static final String LOTS = SqlFile.read("ledger/expiry/lots");
    private static final String OVERDUE_MEMBERS = SqlFile.read("ledger/holds/overdue_members");

    private final Connection connection;

    public ExpiryRows(Connection connection) {
        this.connection = connection;
    }

    /** @param consumed where the pocket's cursor stands */
    public record DuePocket(long member, Pocket pocket, long consumed) {}

    /** Members with points that were announced to lapse by that day, after a member, in their order. */
    public List<Long> dueMembers(long after, LocalDate asOf, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE_MEMBERS)) {
            statement.setLong(1, after);
            statement.setObject(2, asOf);
            statement.setInt(3, limit);
            return members(statement);
        }
    }

    /** How many {@link #dueMembers} finds without a limit. */
    public long countDueMembers(long after, LocalDate asOf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT_DUE_MEMBERS)) {
            statement.setLong(1, after);
            statement.setObject(2, asOf);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Members with holds to release, after a member, in their order. */
    public List<Long> overdueMembers(long after, Instant now, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OVERDUE_MEMBERS)) {
            statement.setLong(1, after);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, limit);
            return members(statement);
        }
    }

    /** What was announced to these members for days up to that one. */
    public Map<MemberPocket, Announced> announced(List<Long> members, LocalDate asOf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTICES_IN_FORCE)) {
            statement.setObject(1, members.stream().mapToLong(Long::longValue).toArray());
            statement.setObject(2, asOf);
            try (ResultSet row = statement.executeQuery()) {
                Map<MemberPocket, Announced> announced = new HashMap<>();
                while (row.next()) {
                    announced
                            .computeIfAbsent(
                                    new MemberPocket(row.getLong(1), new Pocket(row.getInt(2))),
                                    pocket -> new Announced())
                            .add(row.getObject(3, LocalDate.class), row.getLong(4));
                }
                return announced;
            }
        }
    }

    /** What is left of the lots in these pockets, the oldest first. */
    public Map<MemberPocket, List<Lot>> lots(List<DuePocket> pockets) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, LOTS)) {
            ResultSet row = statement
                    .longs(pockets, DuePocket::member)
                    .ints(pockets, due -> due.pocket().code())
                    .longs(pockets, DuePocket::consumed)
                    .read();
            Map<MemberPocket, List<Lot>> lots = new HashMap<>();
            while (row.next()) {
                lots.computeIfAbsent(
                                new MemberPocket(row.getLong(1), new Pocket(row.getInt(2))),
                                pocket -> new ArrayList<>())
                        .add(new Lot(row.getInt(3), row.getInt(4), row.getLong(5), row.getObject(6, LocalDate.class)));
            }
            return lots;
        }
    }

    private static List<Long> members(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Long> members = new ArrayList<>();
            while (row.next()) {
                members.add(row.getLong(1));
            }
            return members;
        }
    }
}
