package eu.kontor.tenancy.persistence;

import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Who holds what in {@code coalition.lease}; needs the operator's role. */
@Service
public class LeaseRecords {

    private static final String TAKE = SqlFile.read("tenancy/take-lease");
    private static final String RENEW = SqlFile.read("tenancy/renew-leases");
    private static final String GIVE_BACK = SqlFile.read("tenancy/give-leases-back");

    /** @return false when another one holds it */
    public boolean take(UnitOfWork unit, String name, String holder, Duration span) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(TAKE)) {
            statement.setString(1, name);
            statement.setString(2, holder);
            statement.setLong(3, span.toMillis());
            return statement.executeUpdate() == 1;
        }
    }

    /** @return those that the holder still has */
    public Set<String> renew(UnitOfWork unit, Set<String> names, String holder, Duration span) throws SQLException {
        Set<String> renewed = new HashSet<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(RENEW)) {
            statement.setLong(1, span.toMillis());
            statement.setString(2, holder);
            statement.setArray(3, unit.connection().createArrayOf("text", names.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    renewed.add(rows.getString("name"));
                }
            }
        }
        return renewed;
    }

    public int giveBack(UnitOfWork unit, Set<String> names, String holder) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(GIVE_BACK)) {
            statement.setString(1, holder);
            statement.setArray(2, unit.connection().createArrayOf("text", names.toArray()));
            return statement.executeUpdate();
        }
    }
}
