package eu.kontor.tenancy.application.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.tenancy.api.ConfigurationSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file taken apart into what is compared, applied and recorded by itself. Every key of a file is in exactly one section, so that none
 * changes unnoticed.
 */
public final class FileSections {

    /** Of a tenant: its name, colours, currencies and whatever else no other section owns. */
    public static final String BRAND = "brand";

    /** Of a tenant: its places. */
    public static final String OUTLETS = "outlets";

    /** Of both: who signs in. A tenant's people stand under its name, and so do its machines. */
    public static final String PEOPLE = "people";

    /** Of a tenant, in the section of its people: the clients of its tills and systems. */
    public static final String MACHINES = "machines";

    /** Of the coalition: everything but its people. */
    public static final String SCHEME = "scheme";

    private FileSections() {}

    /** In the order in which they are applied; a section that the file does not have is not there. */
    public static Map<String, JsonNode> ofTenant(JsonNode file, List<ConfigurationSection> contexts) {
        Map<String, JsonNode> sections = new LinkedHashMap<>();
        ObjectNode brand = file.deepCopy();
        brand.remove(List.of(OUTLETS, PEOPLE, MACHINES));
        contexts.forEach(context -> brand.remove(context.key()));
        sections.put(BRAND, brand);
        put(sections, file, OUTLETS);
        contexts.forEach(context -> put(sections, file, context.key()));
        if (file.has(PEOPLE)) {
            ObjectNode people = JsonNodeFactory.instance.objectNode();
            people.set("name", file.path("name"));
            people.set(PEOPLE, file.path(PEOPLE));
            if (file.has(MACHINES)) {
                people.set(MACHINES, file.path(MACHINES));
            }
            sections.put(PEOPLE, people);
        }
        return sections;
    }

    /** In the order in which they are applied. */
    public static Map<String, JsonNode> ofCoalition(JsonNode file) {
        Map<String, JsonNode> sections = new LinkedHashMap<>();
        ObjectNode scheme = file.deepCopy();
        scheme.remove(PEOPLE);
        sections.put(SCHEME, scheme);
        put(sections, file, PEOPLE);
        return sections;
    }

    private static void put(Map<String, JsonNode> sections, JsonNode file, String key) {
        if (file.has(key)) {
            sections.put(key, file.path(key));
        }
    }
}
