package eu.kontor.feeds.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import java.util.List;

/** A mapping that does not come from the configuration; its whole shape is held to the schema when it gets there. */
final class MappingCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MappingCheck() {}

    /** @throws Refusal {@code CONFIGURATION_INVALID} */
    static FeedMapping of(String mapping) {
        JsonNode section = JSON.createArrayNode().add(json(mapping));
        List<Mistake> mistakes = FeedsSection.mistakes(section, JSON.createObjectNode()).stream()
                .filter(mistake -> !mistake.pointer().endsWith("/outlet"))
                .toList();
        if (!mistakes.isEmpty()) {
            Mistake first = mistakes.getFirst();
            throw invalid(first.pointer() + ": " + first.expected());
        }
        try {
            return FeedMappings.read(section).getFirst();
        } catch (RuntimeException e) {
            throw invalid("a mapping as in the configuration");
        }
    }

    /** @throws Refusal {@code CONFIGURATION_INVALID}, {@code FIELD_CHARACTER_FORBIDDEN} */
    static ObjectNode json(String mapping) {
        try {
            if (JSON.readTree(mapping) instanceof ObjectNode object) {
                checkTexts("mapping", object);
                return object;
            }
        } catch (JsonProcessingException e) {
            throw invalid("JSON");
        }
        throw invalid("an object");
    }

    private static void checkTexts(String name, JsonNode node) {
        TextPolicy.LINE.checked("mapping", name);
        if (node.isTextual()) {
            TextPolicy.LINES.checked(name, node.textValue());
        }
        if (node.isArray()) {
            node.forEach(each -> checkTexts(name, each));
        }
        node.properties().forEach(property -> checkTexts(property.getKey(), property.getValue()));
    }

    private static Refusal invalid(String problem) {
        return new Refusal(RefusalCode.CONFIGURATION_INVALID, "file", "feeds", "line", 1, "problem", problem);
    }
}
