package eu.kontor.feeds.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Layout;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code feeds} section of a tenant's configuration, whose shape the JSON Schema has already assured. */
public final class FeedMappings {

    private FeedMappings() {}

    /** @param section the array of mappings */
    public static List<FeedMapping> read(JsonNode section) {
        List<FeedMapping> mappings = new ArrayList<>();
        section.forEach(each -> mappings.add(mapping(each)));
        return mappings;
    }

    private static FeedMapping mapping(JsonNode node) {
        return new FeedMapping(
                node.path("name").asText(),
                Layout.of(node.path("layout").asText()).orElseThrow(),
                text(node, "files"),
                text(node, "separator").map(separator -> separator.equals("tab") ? '\t' : separator.charAt(0)),
                text(node, "encoding").map(Charset::forName).orElse(StandardCharsets.UTF_8),
                text(node, "decimalMark").orElse(".").charAt(0),
                text(node, "datePattern").orElse(FeedMapping.ISO_DATE),
                texts(node.path("columns")),
                texts(node.path("constants")),
                values(node.path("values")),
                items(node.path("items")));
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.hasNonNull(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return Map.copyOf(texts);
    }

    private static Map<String, Map<String, String>> values(JsonNode node) {
        Map<String, Map<String, String>> values = new HashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), texts(entry.getValue())));
        return Map.copyOf(values);
    }

    private static Map<String, FeedMapping.Item> items(JsonNode node) {
        Map<String, FeedMapping.Item> items = new HashMap<>();
        node.properties().forEach(entry -> {
            JsonNode item = entry.getValue();
            Optional<BigDecimal> price = text(item, "price").map(BigDecimal::new);
            items.put(
                    entry.getKey().strip(),
                    new FeedMapping.Item(price, text(item, "category").orElse("")));
        });
        return Map.copyOf(items);
    }
}
