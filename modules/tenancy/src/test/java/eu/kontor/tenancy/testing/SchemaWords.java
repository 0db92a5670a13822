package eu.kontor.tenancy.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.tenancy.api.SectionWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Holds a vocabulary to a schema of the configuration: whatever a file may say has words in every language. */
public final class SchemaWords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "/eu/kontor/tenancy/schema/";
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.SIMPLIFIED_CHINESE);

    private final SectionWords words;
    private final Set<String> without = new TreeSet<>();

    private SchemaWords(SectionWords words) {
        this.words = words;
    }

    /**
     * @param schema such as {@code contract.schema.json}; @param section under which name the vocabulary has it
     * @param elsewhere keys at the top that other sections own
     * @return what has no words, with the language
     */
    public static Set<String> missing(SectionWords words, String schema, String section, Set<String> elsewhere) {
        SchemaWords found = new SchemaWords(words);
        JsonNode root = read(schema);
        if (elsewhere.isEmpty()) {
            found.walk(root, root, section);
        } else {
            root.path("properties").properties().forEach(property -> {
                if (!elsewhere.contains(property.getKey())) {
                    found.walk(property.getValue(), root, section + '.' + property.getKey());
                }
            });
        }
        return found.without;
    }

    /** @param key of the schema's top, under which name the vocabulary has it, too */
    public static Set<String> missing(SectionWords words, String schema, String key) {
        SchemaWords found = new SchemaWords(words);
        JsonNode root = read(schema);
        found.walk(root.path("properties").path(key), root, key);
        return found.without;
    }

    private static JsonNode read(String schema) {
        try (InputStream file = SectionWords.class.getResourceAsStream(FOLDER + schema)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk(JsonNode node, JsonNode root, String path) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith("#/")) {
            walk(root.at(reference.substring(1)), root, path);
        } else if (!reference.isEmpty()) {
            JsonNode other = read(reference);
            walk(other, other, path);
        } else if (node.has("properties")) {
            node.path("properties")
                    .properties()
                    .forEach(each -> walk(each.getValue(), root, path + '.' + each.getKey()));
        } else if (node.path("additionalProperties").isObject()) {
            walk(node.path("additionalProperties"), root, path + ".any");
        } else if (node.path("items").has("properties") && isToldByElement(path)) {
            walk(node.path("items"), root, path);
        } else if (node.path("items").has("$ref") && isToldByElement(path)) {
            walk(node.path("items"), root, path);
        } else {
            LANGUAGES.stream()
                    .filter(language -> !words.knows(path, language))
                    .forEach(language -> without.add(language.getLanguage() + ' ' + path));
        }
    }

    private boolean isToldByElement(String path) {
        return !words.knows(path, Locale.ENGLISH);
    }
}
