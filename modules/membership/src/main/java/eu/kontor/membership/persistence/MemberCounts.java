package eu.kontor.membership.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.Members.AlsoAt;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How many members there are, and where they also shop. */
public final class MemberCounts {

    private static final String ALL = "select count(*) from coalition.member";

    /** Row-level security leaves the tenant's own. */
    private static final String OF_TENANT = "select count(*) from coalition.enrollment";

    private static final String ALSO_AT =
            "select tenant_id, other, members from coalition.also_at() order by tenant_id, members desc, other";

    private MemberCounts() {}

    /** @param ofTenant true under a tenant's role, false under the operator's */
    public static long of(UnitOfWork unit, boolean ofTenant) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(ofTenant ? OF_TENANT : ALL);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    public static List<AlsoAt> alsoAt(UnitOfWork unit) throws SQLException {
        List<AlsoAt> pairs = new ArrayList<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(ALSO_AT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                pairs.add(new AlsoAt(new TenantId(rows.getInt(1)), new TenantId(rows.getInt(2)), rows.getLong(3)));
            }
        }
        return pairs;
    }
}
