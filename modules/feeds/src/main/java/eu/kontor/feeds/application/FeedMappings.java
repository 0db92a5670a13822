package eu.kontor.feeds.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.checkout.api.FeedPosting.Corrections;
import eu.kontor.feeds.domain.ExpectedFile;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Layout;
import eu.kontor.feeds.domain.RowRules;
import eu.kontor.feeds.domain.ValueFormats;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@code feeds} section of a tenant's configuration, whose shape the JSON Schema has already assured. */
public final class FeedMappings {

    /** As the configuration calls it. */
    private static final String HOLD = "hold";

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
                formats(node),
                new RowRules(conditions(node.path("skip")), list(node.path("totals"))),
                columns(node.path("columns")),
                texts(node.path("constants")),
                values(node.path("values")),
                items(node.path("items")),
                text(node, "corrections").filter(HOLD::equals).isPresent() ? Corrections.HOLD : Corrections.POST,
                text(node, "expected").flatMap(ExpectedFile::parse));
    }

    /** Whoever says which mark is the decimal one may have the other between thousands. */
    private static ValueFormats formats(JsonNode node) {
        List<String> dates = list(node.has("datePatterns") ? node.path("datePatterns") : node.path("datePattern"));
        return new ValueFormats(
                text(node, "decimalMark").orElse(".").charAt(0),
                node.has("decimalMark"),
                dates.isEmpty() ? List.of(ValueFormats.ISO_DATE) : dates,
                list(node.has("timePatterns") ? node.path("timePatterns") : node.path("timePattern")),
                text(node, "fileZone").map(ZoneId::of),
                text(node, "zone").map(ZoneId::of));
    }

    private static List<RowRules.Condition> conditions(JsonNode node) {
        List<RowRules.Condition> conditions = new ArrayList<>();
        node.forEach(each -> {
            boolean isNegated = each.has("isNot");
            Set<String> words = list(isNegated ? each.path("isNot") : each.path("is")).stream()
                    .map(word -> word.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            conditions.add(new RowRules.Condition(each.path("column").asText(), words, isNegated));
        });
        return List.copyOf(conditions);
    }

    private static Map<String, List<String>> columns(JsonNode node) {
        Map<String, List<String>> columns = new HashMap<>();
        node.properties().forEach(entry -> columns.put(entry.getKey(), list(entry.getValue())));
        return Map.copyOf(columns);
    }

    /** A text alone is a list of one. */
    private static List<String> list(JsonNode node) {
        if (!node.isArray()) {
            return node.isMissingNode() || node.isNull() ? List.of() : List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
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
