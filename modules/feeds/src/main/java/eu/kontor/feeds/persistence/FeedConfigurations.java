package eu.kontor.feeds.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The {@code feeds} section of each tenant's configuration, in {@code coalition.feed_configuration}. */
public final class FeedConfigurations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PUT =
            """
            insert into coalition.feed_configuration as known (tenant_id, section) values (?, ?::jsonb)
            on conflict (tenant_id) do update set section = excluded.section
                where known.section is distinct from excluded.section""";

    private static final String GET = "select section from coalition.feed_configuration where tenant_id = ?";

    public void put(UnitOfWork unit, TenantId tenant, JsonNode section) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(PUT)) {
            statement.setInt(1, tenant.value());
            statement.setString(2, section.toString());
            statement.executeUpdate();
        }
    }

    /** @return an empty section for a tenant that has none */
    public JsonNode get(UnitOfWork unit, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(GET)) {
            statement.setInt(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? JSON.readTree(row.getString(1)) : JSON.createArrayNode();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the feeds section in the database is not JSON", e);
        }
    }
}
