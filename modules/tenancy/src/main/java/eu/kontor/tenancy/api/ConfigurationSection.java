package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One top-level key of a tenant's configuration file, such as {@code program} or {@code contract}, owned by the
 * context that understands it. Tenancy finds all of them through CDI, validates every file first, and only then applies.
 */
public interface ConfigurationSection {

    /** The key in the tenant's file. */
    String key();

    /** What the JSON Schema cannot say. An empty list means that {@link #apply} will succeed. */
    List<Mistake> validate(JsonNode section, JsonNode wholeFile);

    /** Makes the tenant's state equal to the section, inside the tenant's transaction. Applying twice changes nothing. */
    void apply(Tenant tenant, JsonNode section, UnitOfWork unit);

    /**
     * @param pointer an RFC 6901 JSON pointer relative to the section, from which the file's line is found
     * @param expected what was expected there
     */
    record Mistake(String pointer, String expected) {}
}
