package eu.kontor.feeds.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.Optional;

/** The {@code feeds} section of each tenant's configuration, in {@code coalition.feed_configuration}. */
public final class FeedConfigurations {

    private static final ObjectMapper JSON = new ObjectMapper();

    public void put(UnitOfWork unit, TenantId tenant, JsonNode section) {
        unit.jdbi()
                .createUpdate(SqlFile.read("feeds/put_configuration"))
                .bind("tenant", tenant)
                .bind("section", section.toString())
                .execute();
    }

    /** @return an empty section for a tenant that has none */
    public JsonNode get(UnitOfWork unit, TenantId tenant) {
        Optional<String> section = unit.jdbi()
                .createQuery(SqlFile.read("feeds/get_configuration"))
                .bind("tenant", tenant)
                .mapTo(String.class)
                .findOne();
        try {
            return section.isPresent() ? JSON.readTree(section.get()) : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the feeds section in the database is not JSON", e);
        }
    }
}
