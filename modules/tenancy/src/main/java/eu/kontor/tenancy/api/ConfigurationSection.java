package eu.kontor.tenancy.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Phrase;
import java.util.List;
import java.util.Locale;

/**
 * One top-level key of a tenant's configuration file, such as {@code program} or {@code contract}, owned by the
 * context that understands it. Tenancy finds all of them through CDI, validates every file first, and only then applies
 * those sections that say something else than what was last applied of them from files. A file without the key leaves
 * what is there: omission deletes nothing.
 */
public interface ConfigurationSection {

    /** The key in the tenant's file. */
    String key();

    /** Under whose role {@link #apply} runs: the tenant's for what is its own to decide, the operator's for what is not. */
    AppliedBy appliedBy();

    /** What the JSON Schema cannot say. An empty list means that {@link #apply} will succeed. */
    List<Mistake> validate(JsonNode section, JsonNode wholeFile);

    /**
     * What the coalition does not let a brand say, where that is more than {@link #validate} finds.
     *
     * @param coalition the coalition's file as it will be in force
     */
    default List<Mistake> validateWithin(JsonNode coalition, JsonNode section) {
        return List.of();
    }

    /** What the section is called where it is shown to people. */
    String title(Locale language);

    /**
     * What applying it would change, in words of the business; empty where only the way it is written differs. Changes nothing.
     *
     * @param before what was last applied; missing where nothing was
     */
    List<Difference> differences(JsonNode before, JsonNode section);

    /**
     * The same for a tenant that has its schema, where what is in force may be another than what a file said last. Inside a transaction of
     * {@link #appliedBy}.
     */
    default List<Difference> differences(Tenant tenant, JsonNode before, JsonNode section, UnitOfWork unit) {
        return differences(before, section);
    }

    /**
     * Makes the tenant's state equal to the section, inside a transaction of {@link #appliedBy}. Applying twice changes nothing. Caches are
     * told by {@link UnitOfWork#afterCommit}.
     */
    void apply(Tenant tenant, JsonNode section, UnitOfWork unit);

    /**
     * The same where parts of what the section describes may be decided elsewhere.
     *
     * @return what of the section was not applied for that reason, for whoever applies the file
     */
    default List<Phrase> applyAndTell(Tenant tenant, JsonNode section, UnitOfWork unit) {
        apply(tenant, section, unit);
        return List.of();
    }

    /** Whose role may write what a section describes. */
    enum AppliedBy {
        /** The tenant's role: its own schema, and what the coalition lets it write on its own rows. */
        TENANT,
        /** The operator's role: what a brand may read but never write, such as its prices. */
        OPERATOR
    }

    /**
     * @param pointer an RFC 6901 JSON pointer relative to the section, from which the file's line is found
     * @param expected what was expected there
     */
    record Mistake(String pointer, String expected) {}
}
